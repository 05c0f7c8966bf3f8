// At most one run works in an output folder at a time.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "koppel/status.h"

namespace koppel {

// A file that says who works in a folder. It is made with O_EXCL, which is atomic on network file
// systems too, and its time is renewed while the run lives: a claim is void when its process is
// gone (seen from the same machine) or when it was not renewed for kVoidAfter (seen from another).
class Claim {
 public:
  // io if somebody else has the folder, with who and since when.
  static Result<std::unique_ptr<Claim>> Take(const std::filesystem::path& path);
  // Gives the folder free.
  ~Claim();
  Claim(const Claim&) = delete;
  Claim& operator=(const Claim&) = delete;

  // io if another run took the folder over, because this one seemed dead.
  Status StillMine() const;

 private:
  Claim(std::filesystem::path path, std::string content);
  void Renew();

  std::filesystem::path path_;
  std::string content_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::thread renewer_;
};

}  // namespace koppel
