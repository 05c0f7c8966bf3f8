// Whether what a pipeline makes depends on anything but the input and the pipeline, and on which
// component that lies.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/status.h"

namespace koppel {

// What may be otherwise from run to run without a document being so.
struct Circumstances {
  std::string name;  // "8 threads": completes "differs with …"
  int threads = 1;
  bool backwards = false;         // the files in reverse order
  std::string locale = "C";       // LC_ALL
  std::string time_zone = "UTC";  // TZ
  bool other_memory = false;      // blocks of memory lie elsewhere and hold other bytes before use
  // The run is made safe in as many parts as it has documents, and done again from what it kept.
  bool kept = false;
};

// Each differs from a plain run in one thing.
std::vector<Circumstances> UsualCircumstances();

// The part of a pipeline that a trial runs: its first `steps` steps, and of its readers and writers
// all, or one by its position.
struct Excerpt {
  std::optional<std::size_t> reader;
  std::size_t steps = 0;
  std::optional<std::size_t> writer;
  bool no_writers = false;
};

// What came of a trial: each document's digest, or how it left the corpus; each file's digest.
struct TrialOutcome {
  std::map<std::string, std::string> documents;
  std::map<std::string, std::string> files;

  bool operator==(const TrialOutcome&) const = default;
};

// Runs an excerpt under circumstances, in a process of its own.
using Trial = std::function<Result<TrialOutcome>(const Circumstances&, const Excerpt&)>;

struct Dependence {
  Circumstances circumstances;
  const Step* step = nullptr;  // the first that makes a difference; null: it did not show again
  std::size_t differing = 0;   // documents, or files of a writer
  std::string first;           // of them
  // Its component does not claim to be deterministic: no fault, but the steps after it were judged
  // only where it made no difference.
  bool excused() const { return step && !step->component->deterministic; }
};

struct DeterminismReport {
  std::size_t documents = 0;
  std::vector<Circumstances> same;
  std::vector<Dependence> dependences;
  // No component depends on what it says it does not depend on.
  bool good() const;
};

// Compares a trial under each of the circumstances with a plain one, and looks for the first step
// that makes a difference where there is one. Errors are those of the trial. `pipeline` must
// outlive the report.
Result<DeterminismReport> CheckDeterminism(const Pipeline& pipeline,
                                           const std::vector<Circumstances>& all,
                                           const Trial& trial);

}  // namespace koppel
