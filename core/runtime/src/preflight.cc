#include "koppel/runtime/preflight.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "inputs.h"
#include "instances.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

// A folder that goes with the object; empty if it can't be made.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code error;
    std::string name = (fs::temp_directory_path(error) / "koppel-check-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) fs::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

std::vector<Problem> Preflight(const Pipeline& pipeline, const Registry& registry,
                               bool inputs_given, std::vector<Resource>* resources) {
  std::vector<Problem> problems;
  const TemporaryFolder folder;
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
