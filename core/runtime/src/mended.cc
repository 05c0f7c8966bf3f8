#include "mended.h"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <sstream>

#include "koppel/io.h"
#include "koppel/json/json_writer.h"
#include "koppel/runtime/quarantine_index.h"
#include "store/hex.h"
#include "store/step_keys.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

using Copies = std::map<std::string, MendedCopy, std::less<>>;

constexpr char kIndex[] = "index.jsonl";

std::string NameFor(const QuarantineEntry& entry) {
  constexpr std::size_t kDigits = 32;
  return Hex(Sha256(entry.uri)).substr(0, kDigits) + "-" + entry.file.filename().string();
}

std::string Text(const rapidjson::Value& object, const char* key) {
  const auto at = object.FindMember(key);
  if (at == object.MemberEnd() || !at->value.IsString()) return {};
  return {at->value.GetString(), at->value.GetStringLength()};
}

Result<Copies> ReadCopies(const fs::path& folder) {
  Copies copies;
  const fs::path index = folder / kIndex;
  std::error_code error;
  if (!fs::exists(index, error)) return copies;
  const Result<std::string> text = ReadFile(index);
  if (!text.ok()) return IoError(text.status().message());
  std::istringstream lines(*text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
    ++number;
    if (!json.IsObject())
      return BadInput(fmt::format("{}: line {} is damaged", index.string(), number));
    const fs::path name = Text(json, "file");
    // Nothing but a file of the folder itself, whatever the index says.
    if (name.empty() || name != name.filename()) continue;
    Result<std::string> sha256 = Sha256OfFile(folder / name);
    if (!sha256.ok()) continue;  // somebody took it away
    const std::string uri = Text(json, "uri");
    copies[uri] = {uri, FromHex(Text(json, "original_sha256")), folder / name, *std::move(sha256)};
  }
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

Status WriteFile(const fs::path& path, std::string_view bytes) {
  Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(path);
  if (!file.ok()) return std::move(file).status();
  KOPPEL_RETURN_IF_ERROR((*file)->Write(bytes));
  return (*file)->Commit();
}

// Makes the changed file of the quarantine the copy of its document.
Status TakeOver(const QuarantineEntry& entry, const fs::path& folder, Copies& copies) {
  const Result<std::string> bytes = ReadFile(entry.file);
  if (!bytes.ok()) return IoError(bytes.status().message());
  MendedCopy copy{entry.uri, FromHex(entry.sha256), folder / NameFor(entry), Sha256(*bytes)};
  // What was put aside may itself be an earlier copy, which was not good enough.
  const auto earlier = copies.find(entry.uri);
  if (earlier != copies.end() && earlier->second.sha256 == copy.original_sha256)
    copy.original_sha256 = earlier->second.original_sha256;
  KOPPEL_RETURN_IF_ERROR(WriteFile(copy.file, *bytes));
  copies[entry.uri] = std::move(copy);
  return Ok();
}

}  // namespace

Result<Mended> Mended::Collect(const fs::path& out) {
  const fs::path folder = out / kMendedFolder;
  Result<Copies> copies = ReadCopies(folder);
  if (!copies.ok()) return std::move(copies).status();
  Result<std::vector<QuarantineEntry>> entries = ReadQuarantine(out);
  if (!entries.ok()) return std::move(entries).status();
  bool changed = false;
  for (const QuarantineEntry& entry : *entries) {
    if (!entry.Mended()) continue;
    KOPPEL_RETURN_IF_ERROR(TakeOver(entry, folder, *copies));
    changed = true;
  }
  if (changed) {
    std::string index;
    for (const auto& [uri, copy] : *copies) index += IndexLine(copy);
    KOPPEL_RETURN_IF_ERROR(WriteFile(folder / kIndex, index));
  }
  return Mended(*std::move(copies));
}

Result<Mended> Mended::Read(const fs::path& out) {
  Result<Copies> copies = ReadCopies(out / kMendedFolder);
  if (!copies.ok()) return std::move(copies).status();
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
  const Result<std::vector<QuarantineEntry>> entries = ReadQuarantine(out);
  if (mended.ok() && !mended->empty()) return true;
  return entries.ok() && std::any_of(entries->begin(), entries->end(),
                                     [](const QuarantineEntry& entry) { return entry.Mended(); });
}

}  // namespace koppel
