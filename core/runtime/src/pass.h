// One pass over the corpus: a serial source, the whole chain of steps in one parallel stage, a
// serial sink in the order of the input.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "input/inputs.h"
#include "work.h"

namespace koppel {

// The threads of a run with what belongs to each of them; kept from one pass to the next.
class Crew {
 public:
  Crew(ChainShared& shared, int threads);

  int threads() const { return static_cast<int>(chains_.size()); }
  // The chain of the thread slot; made on first use. Slots are used by one thread at a time.
  Result<Chain*> At(int slot);
  std::vector<Chain*> chains() const;
  Result<Readers> NewReaders();
  // Stands for the slot's chain in the sanitizer's eyes (hand_over.h).
  void* fence(int slot) { return &chains_[static_cast<std::size_t>(slot)]; }

 private:
  ChainShared& shared_;
  std::vector<std::unique_ptr<Chain>> chains_;
};

struct PassWork {
  // In parallel, on the chain of the calling thread.
  std::function<void(Chain& chain, Work& work, int slot)> handle;
  // One at a time, in order. An error stops the pass.
  std::function<Status(Work& work)> finish;
};

// Runs until the input ends, `cancelled` turns true, or something fails; documents in flight are
// finished first. Memory: a few documents per thread, and of these no more than the window's bytes
// together unless a single one is larger.
Status RunPass(const std::vector<SourceFile>& files, Crew& crew, const std::atomic<bool>& cancelled,
               const PassWork& work);

}  // namespace koppel
