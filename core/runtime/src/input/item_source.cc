#include "input/item_source.h"

#include <fmt/format.h>

#include "guard.h"

namespace koppel {

bool ItemSource::Next(Work& work) {
  for (;;) {
    if (records_) {
      if (NextRecord(work)) return true;
      records_.reset();
    }
    if (next_ == files_.size()) return false;
    const SourceFile& file = files_[next_++];
    auto split = Guarded([&] { return readers_[file.reader]->Split(file.content); });
    if (!split.ok()) {
      TakeFile(work, file);
      work.source_error = std::move(split).status();
      return true;
    }
    records_ = *std::move(split);
    if (records_) continue;
    TakeFile(work, file);
    return true;
  }
}

void ItemSource::TakeFile(Work& work, const SourceFile& file) {
  work.Start();
  work.file = &file;
  work.item.id = file.id;
  work.item.uri = ValidName(file.path.string());
  work.source_bytes = file.size;
}

bool ItemSource::NextRecord(Work& work) {
  const SourceFile& file = files_[next_ - 1];
  TakeFile(work, file);
  work.item.id.clear();
  auto more = Guarded([&] { return records_->Next(work.item); });
  work.source_bytes = work.item.bytes.size();
  if (more.ok() && !*more) return false;
  if (work.item.id.empty()) work.item.id = fmt::format("{}#{}", file.id, work.item.position);
  work.loaded = more.ok();
  work.is_record = more.ok();
  if (!more.ok()) {
    work.item.uri = ValidName(file.path.string());
    work.source_error = std::move(more).status();
    records_.reset();
  }
  return true;
}

}  // namespace koppel
