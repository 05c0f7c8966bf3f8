#include "koppel/runtime/quarantine_index.h"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <sstream>

#include "koppel/io.h"

namespace koppel {
namespace {

std::string Text(const rapidjson::Value& object, const char* key) {
  const auto at = object.FindMember(key);
  if (at == object.MemberEnd() || !at->value.IsString()) return {};
  return {at->value.GetString(), at->value.GetStringLength()};
}

}  // namespace

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
  const Result<std::string> text = ReadFile(index);
  if (!text.ok()) return IoError(text.status().message());
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    rapidjson::Document json;
    json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
    if (!json.IsObject()) {
      return BadInput(fmt::format("{}: line {} is damaged", index.string(), entries.size() + 1));
    }
    entries.push_back({Text(json, "document"),
                       Text(json, "uri"),
                       Text(json, "step"),
                       Text(json, "kind"),
                       Text(json, "reason"),
                       {},
                       Text(json, "sha256")});
    const std::filesystem::path name = Text(json, "file");
    // Nothing but a file of the folder itself, whatever the index says.
    if (!name.empty() && name == name.filename()) entries.back().file = folder / name;
  }
  return entries;
}

}  // namespace koppel
