#include "program.h"

#include <fcntl.h>
#include <signal.h>
#include <simdjson.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace koppel {
namespace {

namespace fs = std::filesystem;

class Process {
 public:
  explicit Process(const std::vector<std::string>& arguments) {
    ::setenv("KOPPEL_PLUGIN_PATH", KOPPEL_TEST_PLUGIN_PATH, 1);
    std::string program = KOPPEL_BINARY_DIR "/bin/koppel";
    std::vector<char*> argv = {program.data()};
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    const int flags = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, (folder_ / "out").c_str(), flags,
                                     0600);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, (folder_ / "err").c_str(), flags,
                                     0600);
    const int error =
        ::posix_spawn(&pid_, program.c_str(), &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("can't start " + program);
  }

  void Interrupt() const { ::kill(pid_, SIGINT); }

  Outcome Wait() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, ReadText(folder_ / "out"), ReadText(folder_ / "err")};
  }

 private:
  TemporaryFolder folder_;
  pid_t pid_ = 0;
};

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "koppel-test-XXXXXX").string();
  if (!::mkdtemp(pattern.data())) throw std::runtime_error("no temporary folder");
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::string TemporaryFolder::Write(std::string_view name, std::string_view bytes) const {
  const fs::path path = path_ / name;
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

Outcome RunKoppel(const std::vector<std::string>& arguments) { return Process(arguments).Wait(); }

Outcome RunKoppelUntil(const std::vector<std::string>& arguments, const fs::path& file) {
  Process process(arguments);
  for (int i = 0; i < 1000 && !fs::exists(file); ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  process.Interrupt();
  return process.Wait();
}

std::string ReadText(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> Lines(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::int64_t Number(const fs::path& json, std::string_view pointer) {
  simdjson::dom::parser parser;
  std::int64_t value = -1;
  if (parser.load(json.string()).at_pointer(pointer).get(value) != simdjson::SUCCESS) return -1;
  return value;
}

std::string PipelineText(std::string_view steps, std::string_view more) {
  std::string text = "koppel: 1\nname: test\nread: {use: read.text}\nsteps:\n";
  text += steps;
  text += "write: {use: write.jsonl, with: {path: documents.jsonl}}\n";
  return text.append(more);
}

}  // namespace koppel
