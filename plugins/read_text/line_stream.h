// The lines of a file that may be larger than memory.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>

#include "koppel/compression.h"
#include "koppel/status.h"

namespace koppel::read_text {

// A line that is longer ends the file: with no line ends at all a file would fill the memory.
inline constexpr std::size_t kMaxLineBytes = std::size_t{256} << 20;

class LineStream {
 public:
  // io if the file can't be opened. ".gz" and ".zst" are decompressed.
  static Result<std::unique_ptr<LineStream>> Open(const std::filesystem::path& path);

  // The next line without its end (LF or CRLF); the first without a byte-order mark. False at the
  // end. io or bad_input: there are no further lines.
  Result<bool> Next(std::string& line);

 private:
  explicit LineStream(std::filesystem::path path) : path_(std::move(path)) {}
  Status Fill();
  void Take(std::size_t size, std::string& line);

  std::filesystem::path path_;
  std::ifstream file_;
  std::unique_ptr<Decompressor> decompressor_;
  std::string piece_;
  std::string text_;  // read and not yet given out, from `at_`
  std::size_t at_ = 0;
  std::size_t searched_ = 0;  // no line end from `at_` to here
  bool first_ = true;
  bool end_ = false;
};

}  // namespace koppel::read_text
