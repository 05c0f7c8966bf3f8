#include "koppel/runtime/preflight.h"

#include <algorithm>
#include <tuple>

#include "input/inputs.h"
#include "instances.h"
#include "koppel/runtime/temporary_folder.h"

namespace koppel {

std::vector<Problem> Preflight(const Pipeline& pipeline, const Registry& registry,
                               bool inputs_given, std::vector<Resource>* resources) {
  std::vector<Problem> problems;
  const TemporaryFolder folder("koppel-check");
  Instances instances(pipeline, registry, folder.path());
  for (const auto* steps : {&pipeline.readers, &pipeline.steps, &pipeline.writers}) {
    // Without a folder there is no telling what a writer would say.
    if (steps == &pipeline.writers && folder.path().empty()) continue;
    for (const Step& step : *steps) {
      Status status = instances.Try(step);
      if (!status.ok()) problems.push_back(ProblemOf(step, std::move(status)));
    }
  }
  if (resources) *resources = instances.resources().resources();
  for (std::size_t i = 0; i < pipeline.readers.size() && !inputs_given; ++i) {
    const Step& reader = pipeline.readers[i];
    Status status = CheckPaths(pipeline, i);
    if (status.ok()) continue;
    problems.push_back(ProblemOf(reader, std::move(status).WithContext(reader.id + ": 'paths'")));
  }
  std::stable_sort(problems.begin(), problems.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.location.line, a.location.column) <
           std::tie(b.location.line, b.location.column);
  });
  return problems;
}

}  // namespace koppel
