// All that is recorded of what a run depended on, but for its documents; and what is different
// between two runs.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

struct StepFacts {
  std::string id, component;
  std::string section;                        // "read", "steps", "write"
  std::map<std::string, std::string> params;  // canonical JSON of each
  std::string when, on_error;
  std::string plugin;                            // "text 1.0.0", or empty: not recorded
  std::string plugin_sha256;                     // of its library; empty: not recorded
  std::map<std::string, std::string> resources;  // SHA-256 by name; empty: it was not there
  std::string model;  // digest of what an observer learned; empty: none, or not recorded
};

struct RunIdentity {
  std::string pipeline;                         // its name
  std::vector<StepFacts> steps;                 // readers, steps, writers
  std::string program;                          // digest; empty: not recorded
  std::map<std::string, std::string> versions;  // of libraries
};

// What run.json of the folder says. io or bad_input if it can't be read.
Result<RunIdentity> ReadRunIdentity(const std::filesystem::path& out);
// Replaces the steps by what the run kept of them, which tells more.
void Refine(const RunSteps& steps, RunIdentity& identity);

// Something on which the runs depended and that is different. In the order in which it is told.
struct Cause {
  enum class Kind {
    kInput,
    kStep,
    kParameter,
    kPlugin,
    kResource,
    kModel,
    kProgram,
    kVersion,
    kUnknown
  };
  Kind kind = Kind::kUnknown;
  std::string step;  // id; empty: of the run
  std::string what;  // "parameter language: nl → de of text.dehyphenate"
  // Follows from another of the same step: with other parameters it looks for other resources.
  bool follows = false;
};
std::string_view Name(Cause::Kind kind);  // "input", "step", "parameter", …

// In the order of the steps, then those of the run. What one side did not record is not compared.
std::vector<Cause> CompareIdentities(const RunIdentity& a, const RunIdentity& b);

// Of all causes those that explain why documents that were equal before `step` differ after it:
// what is different about the step itself, or else what it may have got from elsewhere.
std::vector<Cause> LikelyCauses(const std::vector<Cause>& all, std::string_view step);

}  // namespace koppel
