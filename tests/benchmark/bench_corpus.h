// Material for the benchmarks, made from the sample corpus.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace koppel::bench {

// A folder for one program's files; removed at its end.
class WorkFolder {
 public:
  WorkFolder();
  ~WorkFolder();
  const std::filesystem::path& path() const { return path_; }
  std::string Write(const std::string& name, const std::string& text) const;
  // Makes and writes a text in another process, so that it does not count in this one's peak.
  std::string WriteInChild(const std::string& name, const std::function<std::string()>& make) const;

 private:
  std::filesystem::path path_;
};

// The .txt files in a folder that are UTF-8, in order of their names.
std::vector<std::string> TextsOf(const std::filesystem::path& folder);
// Plain text documents of the sample corpus.
std::vector<std::string> SampleTexts();

struct Usage {
  double seconds = 0;  // of processor time
  double bytes = 0;    // largest resident set
};

// What `koppel run` of a pipeline file on one document takes. Never less than what this program
// holds at that time: call it before making a corpus.
Usage UsageOf(const std::string& pipeline, const std::string& input, const std::string& out);

}  // namespace koppel::bench
