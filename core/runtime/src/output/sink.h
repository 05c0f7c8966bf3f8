// The end of the last pass: writes, filters, quarantines, and counts.
#pragma once

#include <string>
#include <unordered_set>

#include "instances.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/run_options.h"
#include "koppel/runtime/run_report.h"
#include "output/quarantine.h"
#include "work.h"

namespace koppel {

// Takes the documents in the order of the input; used by one thread at a time.
class Sink {
 public:
  Sink(const Pipeline& pipeline, RunOptions& options, Instances& instances, Memory* memory,
       RunReport& report);

  // Settles what becomes of a document. An error stops the run.
  Status Finish(Work& work);
  // Makes the output final, unless the run failed or (the error then) too many documents did.
  Status Close();

 private:
  // A document whose id was seen before is quarantined: it could not be told from the other.
  void CheckId(Work& work);
  void CountMended(const Work& work);
  Status Remember(const Work& work);
  Status Write(Work& work);
  Status Filter(Work& work);
  Status PutAside(Work& work);
  // A document that failed but is not lost: a step was skipped.
  Status CountSkipped(const Work& work);
  Status CheckRate(std::uint64_t at_least) const;

  const Pipeline& pipeline_;
  RunOptions& options_;
  Instances& instances_;
  Memory* memory_;  // null: nothing is remembered
  RunReport& report_;
  Quarantine quarantine_;
  std::uint64_t skipped_ = 0;  // documents in the output that a step failed on
  std::string last_;           // failure, as it is told
  ErrorKind last_kind_ = ErrorKind::kBadInput;
  std::unordered_set<std::string> ids_;
};

}  // namespace koppel
