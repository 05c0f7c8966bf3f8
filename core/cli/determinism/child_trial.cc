#include "child_trial.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <simdjson.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "koppel/io.h"

extern char** environ;

namespace koppel {
namespace {

namespace fs = std::filesystem;

// Of this process, with what the circumstances set instead of it.
std::vector<std::string> Environment(const Circumstances& circumstances) {
  std::vector<std::string> set = {"LC_ALL=" + circumstances.locale,
                                  "TZ=" + circumstances.time_zone};
  if (circumstances.other_memory) {
    // Of glibc: what is allocated and freed is filled with this byte, and freed blocks are not
    // taken again in the same order.
    set.emplace_back("MALLOC_PERTURB_=85");
    set.emplace_back("GLIBC_TUNABLES=glibc.malloc.tcache_count=0");
  }
  std::vector<std::string> all = set;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view own(*entry);
    const std::string_view name = own.substr(0, own.find('=') + 1);
    const bool replaced = std::any_of(set.begin(), set.end(),
                                      [&](const std::string& s) { return s.starts_with(name); });
    if (!replaced) all.emplace_back(own);
  }
  return all;
}

std::vector<char*> Pointers(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The exit status, or 128 and the signal. What the process says goes to `said`.
Result<int> RunProcess(std::vector<std::string> arguments, std::vector<std::string> environment,
                       const fs::path& said) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, said.c_str(),
                                   O_WRONLY | O_CREAT | O_TRUNC, 0600);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  pid_t child = 0;
  const int error = ::posix_spawn(&child, "/proc/self/exe", &actions, nullptr,
                                  Pointers(arguments).data(), Pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0)
    return Internal(fmt::format("can't start a process for a trial: {}", std::strerror(error)));
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR)
      return Internal(fmt::format("can't wait for a trial: {}", std::strerror(errno)));
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// --- what a trial leaves
// ---------------------------------------------------------------------------------------------

using simdjson::dom::element;

Status ReadDigests(const fs::path& path, TrialOutcome& outcome) {
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  simdjson::padded_string text;
  if (simdjson::padded_string::load(path.string()).get(text) != simdjson::SUCCESS ||
      parser.parse_many(text).get(lines) != simdjson::SUCCESS)
    return IoError(fmt::format("can't read {}", path.string()));
  for (auto line : lines) {
    std::string_view document, digest;
    if (line["document"].get(document) != simdjson::SUCCESS ||
        line["sha256"].get(digest) != simdjson::SUCCESS)
      return Internal(fmt::format("{} is damaged", path.string()));
    outcome.documents.emplace(document, digest);
  }
  return Ok();
}

void AddFates(const element& run, const char* fate, TrialOutcome& outcome) {
  for (const element casualty : run[fate].get_array()) {
    const std::string_view document = casualty["document"], step = casualty["step"],
                           reason = casualty["reason"];
    // A document that has the id of another one stands beside it.
    outcome.documents[std::string(document)] += fmt::format("{} by {}: {}", fate, step, reason);
  }
}

Status ReadFates(const fs::path& path, TrialOutcome& outcome) {
  simdjson::dom::parser parser;
  element run;
  if (parser.load(path.string()).get(run) != simdjson::SUCCESS)
    return IoError(fmt::format("can't read {}", path.string()));
  AddFates(run, "filtered", outcome);
  AddFates(run, "quarantined", outcome);
  return Ok();
}

// What the writers wrote.
Status ReadFiles(const fs::path& folder, TrialOutcome& outcome) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const fs::path name = entry.path().lexically_relative(folder);
    const std::string top = name.begin()->string();
    if (!entry.is_regular_file() || top == "run.json" || top == "digests.jsonl" ||
        top == "quarantine" || top.starts_with('.'))
      continue;
    Result<std::string> bytes = ReadFile(entry.path());
    if (!bytes.ok()) return std::move(bytes).status();
    outcome.files[name.string()] = Hex(Sha256(*bytes));
  }
  return Ok();
}

Result<TrialOutcome> ReadOutcome(const fs::path& folder) {
  TrialOutcome outcome;
  KOPPEL_RETURN_IF_ERROR(ReadDigests(folder / "digests.jsonl", outcome));
  KOPPEL_RETURN_IF_ERROR(ReadFates(folder / "run.json", outcome));
  KOPPEL_RETURN_IF_ERROR(ReadFiles(folder, outcome));
  return outcome;
}

Status Failure(int status, const Circumstances& circumstances, const fs::path& said) {
  constexpr int kCancelled = 130;
  if (status == kCancelled) return {ErrorKind::kCancelled, "stopped"};
  Result<std::string> text = ReadFile(said);
  std::string message = text.ok() ? *std::move(text) : std::string();
  while (message.ends_with('\n')) message.pop_back();
  if (message.empty()) message = "it said nothing";
  // The same would happen to a run: what is wrong is not the check.
  constexpr int kRefused = 2;
  if (status == kRefused) return BadInput(message.substr(0, message.rfind(" [")));
  return Internal(fmt::format("the trial with {} ended with status {}: {}", circumstances.name,
                              status, message));
}

}  // namespace

std::vector<std::string> TrialArguments(const TrialInput& input, const Circumstances& circumstances,
                                        const Excerpt& excerpt, const fs::path& out) {
  std::vector<std::string> words = {"koppel",
                                    "trial",
                                    input.pipeline,
                                    "--out",
                                    out.string(),
                                    "--threads",
                                    fmt::to_string(circumstances.threads),
                                    "--sample",
                                    fmt::to_string(input.sample),
                                    "--steps",
                                    fmt::to_string(excerpt.steps)};
  for (const std::string& path : input.inputs) words.insert(words.end(), {"--input", path});
  for (const std::string& text : input.overrides) words.insert(words.end(), {"--set", text});
  if (excerpt.reader) words.insert(words.end(), {"--reader", fmt::to_string(*excerpt.reader)});
  if (excerpt.writer) words.insert(words.end(), {"--writer", fmt::to_string(*excerpt.writer)});
  if (excerpt.no_writers) words.emplace_back("--no-writers");
  if (circumstances.backwards) words.emplace_back("--backwards");
  if (circumstances.kept) words.emplace_back("--kept");
  return words;
}

Trial ChildTrial(TrialInput input, fs::path scratch) {
  return [input = std::move(input), scratch = std::move(scratch)](
             const Circumstances& circumstances, const Excerpt& excerpt) -> Result<TrialOutcome> {
    const fs::path out = scratch / "out", said = scratch / "said";
    std::error_code error;
    fs::remove_all(out, error);
    Result<int> status = RunProcess(TrialArguments(input, circumstances, excerpt, out),
                                    Environment(circumstances), said);
    if (!status.ok()) return std::move(status).status();
    if (*status != 0) return Failure(*status, circumstances, said);
    Result<TrialOutcome> outcome = ReadOutcome(out);
    fs::remove_all(out, error);
    return outcome;
  };
}

}  // namespace koppel
