#include "limits/hung_list.h"

#include "koppel/bytes.h"
#include "koppel/io.h"

namespace koppel {

HungList HungList::Read(const std::filesystem::path& file) {
  HungList list;
  const Result<std::string> bytes = ReadFile(file);
  if (!bytes.ok()) return list;
  ByteReader reader(*bytes);
  while (reader.ok() && !reader.rest().empty()) {
    const std::string_view step = reader.Text(), document = reader.Text();
    if (reader.ok()) list.entries_.emplace(step, document);
  }
  return list;
}

Status HungList::Add(const std::filesystem::path& file, const std::string& step,
                     const std::string& document) {
  entries_.emplace(step, document);
  std::string bytes;
  for (const auto& [s, d] : entries_) {
    AppendText(s, bytes);
    AppendText(d, bytes);
  }
  return WriteFile(file, bytes);
}

}  // namespace koppel
