#include "mended.h"

#include "koppel/io.h"
#include "koppel/runtime/quarantine_index.h"
#include "store/run_folder_state.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigits = 32;

std::string KeyOf(std::string_view uri) { return Hex(Sha256(uri)).substr(0, kDigits); }

Status Copy(const fs::path& from, const fs::path& to) {
  const Result<std::string> bytes = ReadFile(from);
  if (!bytes.ok()) return IoError(bytes.status().message());
  Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(to);
  if (!file.ok()) return std::move(file).status();
  KOPPEL_RETURN_IF_ERROR((*file)->Write(*bytes));
  return (*file)->Commit();
}

}  // namespace

Result<Mended> Mended::Collect(RunFolder& folder) {
  const fs::path kept = folder.state().below("mended");
  Result<std::vector<QuarantineEntry>> entries = ReadQuarantine(folder.state().out);
  if (!entries.ok()) return std::move(entries).status();
  for (const QuarantineEntry& entry : *entries) {
    if (!entry.Mended()) continue;
    const std::string name = KeyOf(entry.uri) + "-" + entry.file.filename().string();
    KOPPEL_RETURN_IF_ERROR(Copy(entry.file, kept / name));
  }
  Mended mended;
  std::error_code error;
  for (fs::directory_iterator entry(kept, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!name.ends_with(".part")) mended.files_[name.substr(0, kDigits)] = entry->path();
  }
  return mended;
}

const fs::path* Mended::Find(std::string_view uri) const {
  if (files_.empty()) return nullptr;
  const auto found = files_.find(KeyOf(uri));
  return found == files_.end() ? nullptr : &found->second;
}

void Mended::Replace(std::vector<SourceFile>& files) const {
  for (SourceFile& file : files) {
    if (const fs::path* other = Find(ValidName(file.path.string()))) file.content = *other;
  }
}

}  // namespace koppel
