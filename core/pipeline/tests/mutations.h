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
  std::vector<std::string> says;  // what the problem, the only one, must hold, all of it
};

// Misspellings of each key, component, parameter and choice: a letter left out, doubled, replaced,
// or two swapped, and of each layer, column and key of metadata that is named; values of wrong
// types. Precondition: `yaml` has no problems. What steps left out or in another order do is for
// tests/integration/mutations, with real components.
std::vector<Mutation> Mutate(const std::string& yaml, const Registry& registry);

// Files with one slip in their shape: a line moved by one or two spaces or by a tab, or one of the
// marks of YAML left out.
std::vector<std::string> Reshape(const std::string& yaml);

// What is wrong with the answer to a mutation; empty if it is right.
std::string Judge(const Mutation& mutation, const std::vector<Problem>& problems);

}  // namespace koppel
