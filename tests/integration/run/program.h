// Runs the real program and looks at what it leaves behind.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace koppel {

// A folder that goes away with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
  const std::filesystem::path& path() const { return path_; }
  // Writes a file, with the folders above it, and returns its path.
  std::string Write(std::string_view name, std::string_view bytes) const;

 private:
  std::filesystem::path path_;
};

struct Outcome {
  int status = -1;  // exit status; 128 + signal if it was killed
  std::string out, err;
};

// Runs `koppel` with the probe plugin on its path.
Outcome RunKoppel(const std::vector<std::string>& arguments);
// The same, with an interrupt sent once `file` exists.
Outcome RunKoppelUntil(const std::vector<std::string>& arguments,
                       const std::filesystem::path& file);

std::string ReadText(const std::filesystem::path& path);
std::vector<std::string> Lines(const std::filesystem::path& path);
// Number at a JSON pointer, e.g. "/counts/read" of run.json; -1 if there is none.
std::int64_t Number(const std::filesystem::path& json, std::string_view pointer);

// A pipeline that reads text, runs `steps` (YAML list items, indented by two) and writes
// documents.jsonl.
std::string PipelineText(std::string_view steps, std::string_view more = {});

}  // namespace koppel
