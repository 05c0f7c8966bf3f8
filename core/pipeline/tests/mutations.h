// Every single slip that can be made in a pipeline file, with what must be said about it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "koppel/pipeline/pipeline.h"

namespace koppel {

struct Mutation {
  std::string yaml;               // the whole file with one slip
  std::string what;               // for the test's output: "line 4: 'paths' -> 'pahts'"
  int line = 0;                   // where a problem must be told
  std::vector<std::string> says;  // what one problem on that line must hold, all of it
  bool alone = true;              // nothing else may be told
};

// Misspellings of each key, component, parameter and choice: a letter left out, doubled, replaced,
// or two swapped, and of each layer and column that a parameter names; values of wrong types; each
// step that makes a layer left out. Precondition:
// `yaml` has no problems.
std::vector<Mutation> Mutate(const std::string& yaml, const Pipeline& pipeline,
                             const Registry& registry);

// What is wrong with the answer to a mutation; empty if it is right.
std::string Judge(const Mutation& mutation, const std::vector<Problem>& problems);

}  // namespace koppel
