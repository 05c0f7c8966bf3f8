#include "resume.h"

#include "input/inventory.h"
#include "koppel/io.h"
#include "koppel/runtime/step_identity.h"
#include "store/run_settings.h"

namespace koppel {
namespace {

void Tell(const Completion& completion, RunReport& report) {
  report.unchanged = true;
  report.since = completion.since;
  report.read = report.reused = completion.read;
  report.output = completion.output;
  report.filtered = completion.filtered;
  report.quarantined = completion.quarantined;
  report.bytes = completion.bytes;
  report.resources = completion.resources;
}

}  // namespace

std::string ConfigurationDigest(const Pipeline& pipeline, const RunOptions& options,
                                const std::string& program) {
  std::vector<std::string> texts = {program, pipeline.name};
  for (const auto& [name, value] : SettingsOf(pipeline)) {
    texts.push_back(name);
    texts.push_back(value);
  }
  for (const StepIdentity& identity : StepIdentities(pipeline, {}))
    texts.push_back(TextOf(identity));
  for (const ExtraWriter& extra : options.extra_writers) texts.push_back(extra.id);
  return Hex(DigestOf({texts.begin(), texts.end()}));
}

bool AlreadyComplete(const Pipeline& pipeline, const RunOptions& options,
                     const std::vector<SourceFile>& files, const Mended& mended, int threads,
                     RunReport& report) {
  RunFolder::State& state = options.folder->state();
  state.configuration = ConfigurationDigest(pipeline, options, state.options.program);
  state.inputs = Hex(InventoryDigest(files, mended));
  const std::filesystem::path complete = state.below("complete.json");
  const Result<Completion> completion = ReadCompletion(complete);
  if (!completion.ok()) return false;
  const bool again = state.options.fresh || (options.retry && completion->quarantined > 0);
  if (!again && completion->configuration == state.configuration &&
      completion->inputs == state.inputs && StillHolds(*completion, options.out, threads)) {
    Tell(*completion, report);
    return true;
  }
  std::error_code error;
  std::filesystem::rename(complete, state.below("former.json"), error);
  return false;
}

std::unique_ptr<Memory> OpenMemory(RunFolder& folder, RunSteps steps,
                                   const std::vector<std::size_t>& observers,
                                   std::vector<const LayerSchema*> schemas) {
  RunFolder::State& state = folder.state();
  if (state.options.limit == 0) {
    std::error_code error;
    for (const char* name : {"documents.jsonl", "steps.json"})
      std::filesystem::remove(state.below(name), error);
    return nullptr;
  }
  state.packs = PackStore::Open(state.below("store"), state.options.fresh);
  return std::make_unique<Memory>(state, std::move(steps), observers, std::move(schemas));
}

HungList ReadHung(RunFolder& folder, bool retry) {
  const std::filesystem::path file = folder.state().below("hung");
  if (!folder.state().options.fresh && !retry) return HungList::Read(file);
  std::error_code error;
  std::filesystem::remove(file, error);
  return {};
}

void AddHung(RunFolder& folder, const std::string& step, const std::string& document) {
  const std::filesystem::path file = folder.state().below("hung");
  HungList list = HungList::Read(file);
  // The run ends here in any case; should the list not be written, the next one waits again.
  (void)list.Add(file, step, document);
}

}  // namespace koppel
