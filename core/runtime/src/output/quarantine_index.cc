#include "koppel/runtime/quarantine_index.h"

#include "json_lines.h"
#include "koppel/io.h"
#include "koppel/json/json_reader.h"

namespace koppel {
bool QuarantineEntry::Mended() const {
  if (file.empty()) return false;
  const Result<std::string> digest = Sha256OfFile(file);
  return digest.ok() && Hex(*digest) != sha256;
}

Result<std::vector<QuarantineEntry>> ReadQuarantine(const std::filesystem::path& out) {
  std::vector<QuarantineEntry> entries;
  const std::filesystem::path folder = out / "quarantine";
  const std::filesystem::path index = folder / "index.jsonl";
  std::error_code error;
  if (!std::filesystem::exists(index, error)) return entries;
  KOPPEL_RETURN_IF_ERROR(ReadJsonLines(index, [&](const rapidjson::Value& object) {
    entries.push_back({TextAt(object, "document"),
                       TextAt(object, "uri"),
                       TextAt(object, "step"),
                       TextAt(object, "kind"),
                       TextAt(object, "reason"),
                       {},
                       TextAt(object, "sha256")});
    const std::filesystem::path name = TextAt(object, "file");
    // Nothing but a file of the folder itself, whatever the index says.
    if (!name.empty() && name == name.filename()) entries.back().file = folder / name;
    return true;
  }));
  return entries;
}

}  // namespace koppel
