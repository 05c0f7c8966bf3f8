// One entry of `read`, `steps` or `write`.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "condition.h"
#include "overrides.h"
#include "params_reader.h"
#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

enum class Section { kRead, kSteps, kWrite };

std::string_view Name(Section section);  // its key in the file
Section SectionOf(Role role);

struct StepDraft {
  Section section;
  Step step = {};
  // The component, or the one that its misspelt name most likely means; null if that can't be told.
  const ComponentInfo* likely = nullptr;
  Location id = {};                      // where the step is named: its `id`, or else its `use`
  std::vector<ConditionKey> asked = {};  // by `when`
  GivenParams given = {};  // those in `step.params` that are no defaults, with their places
};

// What holds for steps that say nothing else.
struct StepDefaults {
  OnError on_error = OnError::kQuarantine;
  Limits limits;
};

class StepReader {
 public:
  // All must outlive this object. `folder` is absolute.
  StepReader(const Registry& registry, const std::filesystem::path& folder, Overrides& overrides,
             Problems& problems)
      : registry_(registry), folder_(folder), overrides_(overrides), problems_(problems) {}

  StepDraft Read(const YamlNode& node, Section section, const StepDefaults& defaults);

 private:
  void ResolveComponent(const YamlNode& use, Section section, StepDraft& draft);
  // What a name that no component has was meant for, and how to tell it.
  struct Guess {
    const ComponentInfo* component;
    std::string hint;
  };

  Guess Likely(std::string_view name, Section section) const;
  void ReadId(const YamlNode& id, StepDraft& draft);

  const Registry& registry_;
  const std::filesystem::path& folder_;
  Overrides& overrides_;
  Problems& problems_;
};

}  // namespace koppel::internal
