#include "output/quarantine.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/json/json_writer.h"
#include "koppel/runtime/quarantine_index.h"

namespace koppel {
namespace {

// A name that says which document it is and is safe in any folder; the number keeps names apart.
std::string FileName(std::uint64_t number, std::string_view uri) {
  constexpr std::size_t kLongest = 100;
  std::string name(uri.substr(uri.find_last_of('/') + 1));
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7F; }, '_');
  if (name.size() > kLongest) name.erase(0, name.size() - kLongest);
  return fmt::format("{:06}-{}", number, name);
}

std::string IndexLine(const Casualty& casualty, const std::string& file,
                      const std::string& sha256) {
  CompactJson json;
  const auto field = [&json](const char* key, const std::string& value) {
    json.Key(key);
    value.empty() ? json.Value(nullptr) : json.Value(value);
  };
  json.Object([&] {
    json.Field("document", casualty.document);
    json.Field("uri", casualty.uri);
    json.Field("step", casualty.step);
    json.Field("kind", Name(casualty.kind));
    json.Field("reason", casualty.reason);
    field("file", file);
    field("sha256", sha256);
  });
  return json.Line();
}

// Takes away what an earlier run put aside, by its index, and nothing else.
void RemoveOld(const std::filesystem::path& folder) {
  const Result<std::vector<QuarantineEntry>> entries = ReadQuarantine(folder.parent_path());
  std::error_code error;
  if (!entries.ok() || entries->empty()) return;
  for (const QuarantineEntry& entry : *entries) std::filesystem::remove(entry.file, error);
  std::filesystem::remove(folder / "index.jsonl", error);
  std::filesystem::remove(folder, error);  // if it is empty
}

}  // namespace

Quarantine::Quarantine(const std::filesystem::path& out) : folder_(out / "quarantine") {
  RemoveOld(folder_);
}

Status Quarantine::Add(const Casualty& casualty, const std::string* bytes) {
  if (!index_) {
    Result<std::unique_ptr<OutputFile>> index = OutputFile::Create(folder_ / "index.jsonl");
    if (!index.ok()) return std::move(index).status();
    index_ = *std::move(index);
  }
  std::string file;
  ++count_;
  if (bytes) {
    file = FileName(count_, casualty.uri);
    KOPPEL_RETURN_IF_ERROR(WriteFile(folder_ / file, *bytes));
  }
  return index_->Write(IndexLine(casualty, file, bytes ? Hex(Sha256(*bytes)) : std::string()));
}

Status Quarantine::Close() { return index_ ? index_->Commit() : Ok(); }

}  // namespace koppel
