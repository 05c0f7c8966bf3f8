// The serial front of a pass: gives out one item after another.
#pragma once

#include <memory>

#include "input/inputs.h"
#include "koppel/component.h"
#include "koppel/status.h"
#include "work.h"

namespace koppel {

// Walks the files in order and cuts those whose reader says so into records. Used by one thread at
// a time.
class ItemSource {
 public:
  ItemSource(const std::vector<SourceFile>& files, Readers readers)
      : files_(files), readers_(std::move(readers)) {}

  // Fills `work` with the next item. False at the end. A file that can't be cut further comes out
  // as one item with a source_error.
  bool Next(Work& work);

 private:
  bool NextRecord(Work& work);
  void TakeFile(Work& work, const SourceFile& file);

  const std::vector<SourceFile>& files_;
  Readers readers_;
  std::size_t next_ = 0;
  std::unique_ptr<Records> records_;  // of file next_ - 1
};

}  // namespace koppel
