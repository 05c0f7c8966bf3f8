// One document on its way through a run, and the chain of steps that it goes through.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "input/inputs.h"
#include "input/mended.h"
#include "instances.h"
#include "koppel/document.h"
#include "koppel/runtime/run_options.h"
#include "limits/allowance.h"
#include "limits/hung_list.h"
#include "statistics.h"
#include "store/memory.h"

namespace koppel {

enum class Fate { kOutput, kFiltered, kQuarantined, kFailed, kLeftOut };

// Reused for many documents: the document keeps its arena, the strings their memory.
struct Work {
  const SourceFile* file = nullptr;
  Item item;
  std::uint64_t source_bytes = 0;      // of input that the item stands for
  bool loaded = false;                 // item.bytes hold the source
  bool is_record = false;              // one of the file's records, not all of it
  Status source_error;                 // why the file could not be cut into records
  const MendedCopy* mended = nullptr;  // what was read in the original's place
  std::string digest;
  Document document;
  Remembered remembered;  // with the run's memory only
  std::string stored;     // its record, to be kept
  std::size_t done = 0;   // steps that it went through
  Spent spent;            // on the work so far
  Fate fate = Fate::kOutput;
  std::string step;                   // where the fate was decided
  Status status;                      // why quarantined or failed
  std::string reason;                 // why filtered
  std::string skipped;                // warning of a step that failed and was skipped, if any
  std::vector<std::string> warnings;  // "step: document: message"
  std::vector<std::string> rendered;  // per writer
  std::vector<bool> written;          // per writer: whether its condition held

  void Start();
  void Stop(Fate how, std::string_view where, Status why);
};

// What the threads of a run share while documents flow. The const parts are thread-safe.
struct ChainShared {
  const Pipeline& pipeline;
  const RunOptions& options;
  Instances& instances;
  std::vector<std::vector<const LayerSchema*>>
      provided;  // per step: layers that it must leave behind
  const std::atomic<bool>& cancelled;
  std::unique_ptr<Memory> memory = nullptr;    // null: nothing is remembered
  std::unique_ptr<HangWatch> watch = nullptr;  // null: nothing has a deadline
  HungList hung = {};                          // not tried again
  Mended mended = {};                          // read in the place of the originals
  bool keeping = false;                        // what becomes of documents is to be remembered
};

// Takes one document from its source through the first `steps` steps. Belongs to one thread.
class Chain {
 public:
  Chain(ChainShared& shared, std::shared_ptr<Worker> worker);

  // To the document, or if it is remembered to its state after at most `steps` steps.
  void Read(Work& work, std::size_t steps);
  void Process(Work& work, std::size_t steps);
  // Makes its record, if it is to be remembered.
  void Remember(Work& work);
  // Precondition: Process ended in kOutput.
  void Render(Work& work);

  Worker& worker() { return *worker_; }
  const ThreadCounts& counts() const { return counts_; }
  void ResetCounts() {
    counts_ =
        ThreadCounts(shared_.pipeline.readers.size() + shared_.pipeline.steps.size() + writers_);
  }

 private:
  Status Mend(Work& work);
  Status Load(Work& work);
  void Parse(Work& work);
  bool Recall(Work& work, std::size_t steps);
  void CountRecalled(const Work& work);
  void Note(Work& work, Effect effect, std::size_t first_warning);
  // Calls the component of a step for the document.
  template <class Call>
  Status Guard(const Step& step, Work& work, Call call);
  void RunStep(Work& work, std::size_t index);
  Status CallStep(Work& work, std::size_t index, Context& context);
  void Fail(Work& work, const Step& step, Status status, StepCounts& counts,
            const Document* before);

  ChainShared& shared_;
  std::shared_ptr<Worker> worker_;
  std::size_t writers_;
  ThreadCounts counts_;
  Timed timed_;
};

}  // namespace koppel
