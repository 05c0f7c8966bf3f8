#include "locking.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "printable.h"
#include "versions.h"

namespace koppel {
namespace {

// As a POSIX shell takes it for one word.
std::string Quoted(const std::string& word) {
  const bool plain = !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) {
    return std::isalnum(c) != 0 ||
           std::string_view("-_./=:,@%+").find(static_cast<char>(c)) != std::string_view::npos;
  });
  if (plain) return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

std::string LockCommand(const LockRequest& request) {
  std::string command = "koppel lock " + Quoted(request.pipeline);
  for (const std::string& input : request.inputs) command += " --input " + Quoted(input);
  for (const std::string& text : request.overrides) command += " --set " + Quoted(text);
  if (request.file != kLockFile) command += " --out " + Quoted(request.file);
  return command;
}

}  // namespace

LockScope ScopeOf(const LockRequest& request, const Pipeline& pipeline, const Registry& registry) {
  return {pipeline, registry, request.inputs, request.file, LibraryVersions()};
}

Result<std::vector<InputFile>> CheckLock(const LockRequest& request, const Pipeline& pipeline,
                                         const Registry& registry) {
  Result<Lock> locked = ReadLock(request.file);
  if (!locked.ok()) {
    return std::move(std::move(locked).status())
        .WithContext(fmt::format("no lock to keep to (`{}` makes one)", LockCommand(request)));
  }
  Result<DriftReport> report = FindDrift(*locked, ScopeOf(request, pipeline, registry));
  if (!report.ok()) return std::move(report).status();
  if (report->drifts.empty()) return std::move(report->inputs);
  for (const Drift& drift : report->drifts) fmt::print(stderr, "{}\n", Printable(Describe(drift)));
  return Status(ErrorKind::kDrift,
                fmt::format("{} {} as locked in {} at {}; to accept what is there now: {}",
                            report->drifts.size(),
                            report->drifts.size() == 1 ? "thing is not" : "things are not",
                            request.file, locked->since, LockCommand(request)));
}

}  // namespace koppel
