// A pipeline file, checked and resolved.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/params.h"
#include "koppel/registry/registry.h"
#include "koppel/status.h"

namespace koppel {

// In the pipeline file; from 1.
struct Location {
  int line = 0;
  int column = 0;
};

// Something that makes a pipeline file unusable.
struct Problem {
  Location location;
  Status status;  // invalid_pipeline, invalid_parameter, unmet_layer
};

enum class OnError { kFail, kSkip, kQuarantine };
std::string_view Name(OnError on_error);  // "fail", "skip", "quarantine"

// In which order the files are read, and so everything is written. Records of one file keep theirs.
enum class InputOrder {
  kPath,     // bytes of the ids
  kNatural,  // the same, but numbers by their value: page2 before page10
  kGiven     // as --input or `paths` name them; what one folder or glob holds by path
};
std::string_view Name(InputOrder order);  // "path", "natural", "given"

// A step runs on a document when all of it holds; empty holds always.
struct Condition {
  std::optional<std::string> language;                        // BCP 47; "nl" holds for "nl-BE" too
  std::vector<std::pair<std::string, std::string>> metadata;  // key, value: equality
  bool empty() const { return !language && metadata.empty(); }
};

// What one document may cost; 0: as much as it takes.
struct Limits {
  double seconds = 0;
  std::int64_t megabytes = 0;  // 10^6 bytes, that C++ code allocates and holds

  bool operator==(const Limits&) const = default;
};

// Where the file gives a parameter.
struct ParamPlace {
  Location location;
  std::vector<std::pair<std::string, Location>> elements = {};  // of a list: each text, and its own
};

struct Step {
  std::string id;  // unique in the pipeline; the component's id unless given
  const ComponentInfo* component = nullptr;
  ParamValues params;  // all of them: given ones checked, the rest defaults; paths made absolute
  Condition when;
  OnError on_error = OnError::kQuarantine;
  Limits limits = {};  // of this step, for one document
  Location location = {};
  std::map<std::string, ParamPlace, std::less<>> places = {};  // of what the file gives
};

// Immutable once loaded. Points into the registry.
struct Pipeline {
  std::string name;
  std::filesystem::path file;
  std::vector<Step> readers;
  std::vector<Step> steps;
  std::vector<Step> writers;
  // Largest part of the documents that may be quarantined or skipped for an error before the run is
  // stopped, 0 to 1, and how many documents must have been seen before it counts.
  double max_error_rate = 1;
  std::int64_t max_error_rate_after = 20;
  Limits document_limits;  // of all steps together
  InputOrder order = InputOrder::kPath;

  // Positions in `steps` of the observers, in order: one pass over the corpus for each, then the
  // last.
  std::vector<std::size_t> Observers() const;
};

// `--set who.param=value`: the value is read as YAML.
struct Override {
  std::string text;
};

struct LoadedPipeline {
  Pipeline pipeline;              // usable only if there are no problems
  std::vector<Problem> problems;  // in order of location
};

// Reads and checks a pipeline file: everything that `run` would refuse before reading input. Never
// throws, whatever the file holds (limits: 1 MiB, 10,000 nodes after aliases are followed, 64
// levels).
LoadedPipeline LoadPipeline(const std::filesystem::path& file, const Registry& registry,
                            const std::vector<Override>& overrides = {});

// What a component said of its parameters: told where the file gives the one that the message
// names or whose value it quotes, at the element where that is one of a list; or else where the
// component is used.
Problem ProblemOf(const Step& step, Status status);

// "file:line:column: message [kind]", one line per problem.
std::string Describe(const std::filesystem::path& file, const Problem& problem);

}  // namespace koppel
