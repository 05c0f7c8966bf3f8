#include "bench_corpus.h"

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "koppel/utf8.h"

extern char** environ;

namespace koppel::bench {

namespace fs = std::filesystem;

WorkFolder::WorkFolder() {
  std::string pattern = (fs::temp_directory_path() / "koppel-bench-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

WorkFolder::~WorkFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::string WorkFolder::Write(const std::string& name, const std::string& text) const {
  std::ofstream(path_ / name, std::ios::binary) << text;
  return (path_ / name).string();
}

std::string WorkFolder::WriteInChild(const std::string& name,
                                     const std::function<std::string()>& make) const {
  const pid_t child = ::fork();
  if (child == 0) {
    Write(name, make());
    ::_exit(0);
  }
  int status = 0;
  if (child < 0 || ::waitpid(child, &status, 0) != child || status != 0) std::exit(1);
  return (path_ / name).string();
}

std::vector<std::string> TextsOf(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const fs::path& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(file), {}};
    if (FindInvalidUtf8(text) == std::string::npos) texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<std::string> SampleTexts() { return TextsOf(KOPPEL_SOURCE_DIR "/pipelines/sample"); }

Usage UsageOf(const std::string& pipeline, const std::string& input, const std::string& out) {
  std::string program = KOPPEL_BINARY_DIR "/bin/koppel";
  std::vector<std::string> words = {program, "run",     pipeline,     "--input",
                                    input,   "--out",   out,          "--threads",
                                    "1",     "--quiet", "--no-report"};
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  pid_t child = 0;
  if (::posix_spawn(&child, program.c_str(), nullptr, nullptr, argv.data(), environ) != 0)
    std::exit(1);
  int status = 0;
  struct rusage usage {};
  ::wait4(child, &status, 0, &usage);
  if (status != 0) std::exit(1);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return {seconds(usage.ru_utime) + seconds(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) * 1024};
}

}  // namespace koppel::bench
