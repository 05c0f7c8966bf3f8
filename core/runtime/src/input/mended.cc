#include "input/mended.h"

#include "json_lines.h"
#include "koppel/io.h"
#include "koppel/json/json_reader.h"
#include "koppel/json/json_writer.h"
#include "koppel/runtime/quarantine_index.h"
#include "store/hex.h"
#include "store/step_keys.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

using Copies = std::map<std::string, MendedCopy, std::less<>>;

constexpr char kIndex[] = "index.jsonl";

// The same however often a document is mended; what the readers go by is at its end.
std::string NameFor(const QuarantineEntry& entry) {
  constexpr std::size_t kDigits = 32;
  const std::string numbered = entry.file.filename().string();
  return Hex(Sha256(entry.uri)).substr(0, kDigits) + numbered.substr(numbered.find('-'));
}

Result<Copies> ReadCopies(const fs::path& folder) {
  Copies copies;
  const fs::path index = folder / kIndex;
  std::error_code error;
  if (!fs::exists(index, error)) return copies;
  KOPPEL_RETURN_IF_ERROR(ReadJsonLines(index, [&](const rapidjson::Value& object) {
    const fs::path name = TextAt(object, "file");
    // Nothing but a file of the folder itself, whatever the index says.
    if (name.empty() || name != name.filename()) return true;
    Result<std::string> sha256 = Sha256OfFile(folder / name);
    if (!sha256.ok()) return true;  // somebody took it away
    const std::string uri = TextAt(object, "uri");
    copies[uri] = {uri, FromHex(TextAt(object, "original_sha256")), folder / name,
                   *std::move(sha256)};
    return true;
  }));
  return copies;
}

std::string IndexLine(const MendedCopy& copy) {
  CompactJson json;
  json.Object([&] {
    json.Field("uri", copy.uri);
    json.Field("original_sha256", Hex(copy.original_sha256));
    json.Field("file", copy.file.filename().string());
  });
  return json.Line();
}

// The changed file of the quarantine as the copy of its document, where it lies now.
Result<MendedCopy> CopyOf(const QuarantineEntry& entry, const Copies& copies) {
  Result<std::string> sha256 = Sha256OfFile(entry.file);
  if (!sha256.ok()) return std::move(sha256).status();
  MendedCopy copy{entry.uri, FromHex(entry.sha256), entry.file, *std::move(sha256)};
  // What was put aside may itself be an earlier copy, which was not good enough.
  const auto earlier = copies.find(entry.uri);
  if (earlier != copies.end() && earlier->second.sha256 == copy.original_sha256)
    copy.original_sha256 = earlier->second.original_sha256;
  return copy;
}

Status TakeOver(const QuarantineEntry& entry, const fs::path& folder, MendedCopy& copy) {
  const Result<std::string> bytes = ReadFile(entry.file);
  if (!bytes.ok()) return IoError(bytes.status().message());
  copy.file = folder / NameFor(entry);
  copy.sha256 = Sha256(*bytes);
  return WriteFile(copy.file, *bytes);
}

}  // namespace

Result<Mended> Mended::Read(const fs::path& out, bool take_over) {
  const fs::path folder = out / kMendedFolder;
  Result<Copies> copies = ReadCopies(folder);
  if (!copies.ok()) return std::move(copies).status();
  Result<std::vector<QuarantineEntry>> entries = ReadQuarantine(out);
  if (!entries.ok()) return std::move(entries).status();
  bool taken = false;
  for (const QuarantineEntry& entry : *entries) {
    if (!entry.Mended()) continue;
    Result<MendedCopy> copy = CopyOf(entry, *copies);
    if (!copy.ok()) return std::move(copy).status();
    if (take_over) KOPPEL_RETURN_IF_ERROR(TakeOver(entry, folder, *copy));
    copies->insert_or_assign(entry.uri, *std::move(copy));
    taken = take_over;
  }
  if (taken) {
    std::string index;
    for (const auto& [uri, copy] : *copies) index += IndexLine(copy);
    KOPPEL_RETURN_IF_ERROR(WriteFile(folder / kIndex, index));
  }
  return Mended(*std::move(copies));
}

const MendedCopy* Mended::Find(std::string_view uri, std::string_view sha256) const {
  const auto found = copies_.find(uri);
  if (found == copies_.end() || found->second.original_sha256 != sha256) return nullptr;
  return &found->second;
}

void Mended::Replace(std::vector<SourceFile>& files) const {
  if (empty()) return;
  for (SourceFile& file : files) {
    const MendedCopy* copy = Find(ValidName(file.path.string()), file.sha256);
    if (copy == nullptr) continue;
    file.content = copy->file;
    file.content_sha256 = copy->sha256;
  }
}

std::string Mended::Digest() const {
  if (empty()) return {};
  std::vector<std::string_view> parts;
  for (const auto& [uri, copy] : copies_)
    parts.insert(parts.end(), {uri, copy.original_sha256, copy.sha256});
  return DigestOf(parts);
}

bool HasMended(const fs::path& out) {
  const Result<Mended> mended = Mended::Read(out);
  return mended.ok() && !mended->empty();
}

}  // namespace koppel
