#include "locking.h"

#include <fmt/format.h>

#include "koppel/provenance/shell_word.h"
#include "printable.h"
#include "versions.h"

namespace koppel {
namespace {

std::string LockCommand(const LockRequest& request) {
  std::string command = "koppel lock " + ShellWord(request.pipeline);
  for (const std::string& input : request.inputs) command += " --input " + ShellWord(input);
  for (const std::string& text : request.overrides) command += " --set " + ShellWord(text);
  if (request.file != kLockFile) command += " --out " + ShellWord(request.file);
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
