#include "koppel/runtime/run_folder.h"

#include <fmt/format.h>

#include <thread>

#include "koppel/runtime/timestamp.h"
#include "store/run_folder_state.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

Status MakeFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return Ok();
  return IoError(fmt::format("can't make the folder {}: {}", folder.string(), error.message()));
}

}  // namespace

RunFolder::RunFolder(std::unique_ptr<State> state) : state_(std::move(state)) {}
RunFolder::~RunFolder() = default;

Result<std::unique_ptr<RunFolder>> RunFolder::Open(const fs::path& out,
                                                   const KeepOptions& options) {
  std::unique_ptr<RunFolder> folder(new RunFolder(std::make_unique<State>(out, options)));
  State& state = folder->state();
  KOPPEL_RETURN_IF_ERROR(MakeFolder(state.below("")));
  Result<std::unique_ptr<Claim>> claim = Claim::Take(state.below("claim"));
  if (!claim.ok()) return std::move(claim).status();
  state.claim = *std::move(claim);
  state.start = ModifiedAt(state.below("claim"));
  return folder;
}

Status RunFolder::Complete(const RunReport& report) {
  if (report.unchanged || report.cancelled || !report.failure.ok()) return Ok();
  State& state = *state_;
  KOPPEL_RETURN_IF_ERROR(state.claim->StillMine());
  const int threads = std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
  std::vector<Completion::Output> outputs = FindOutputs(state.out, state.claimed, state.start);
  KOPPEL_RETURN_IF_ERROR(HashOutputs(state.out, threads, outputs));
  if (const auto former = ReadCompletion(state.below("former.json")); former.ok())
    RemoveFormer(*former, outputs, state.out);
  Completion completion{state.configuration, state.inputs,  report.resources, std::move(outputs),
                        report.read,         report.output, report.filtered,  report.quarantined,
                        report.bytes,        Timestamp()};
  KOPPEL_RETURN_IF_ERROR(WriteCompletion(completion, state.below("complete.json")));
  if (!state.packs) state.packs = PackStore::Open(state.below("store"), true);
  state.packs->Trim(state.options.limit);
  state.models.Trim();
  return Ok();
}

}  // namespace koppel
