// The file. JSON: every language reads it without doubt about types; one thing to a line in a fixed
// order, so that the difference of two locks is what changed.
#include <fmt/format.h>

#include <array>

#include "koppel/io.h"
#include "koppel/json/json_reader.h"
#include "koppel/json/json_writer.h"
#include "koppel/provenance/lock.h"

namespace koppel {
namespace {

constexpr int kFormat = 1;
constexpr char kFormatKey[] = "koppel_lock";
constexpr std::size_t kHexDigits = 64;

constexpr std::array<std::string_view, kLockSections> kNames = {
    "pipeline",    "parameters", "program",   "sdk",   "versions",
    "break_rules", "plugins",    "resources", "inputs"};

bool HoldsFiles(LockSection section) {
  switch (section) {
    case LockSection::kPipeline:
    case LockSection::kProgram:
    case LockSection::kPlugins:
    case LockSection::kResources:
    case LockSection::kInputs:
      return true;
    default:
      return false;
  }
}

std::string FileText(const LockedThing& file) {
  if (file.value.empty()) return R"({"missing": true})";
  return fmt::format(R"({{"sha256": "{}", "size": {}}})", file.value, file.size);
}

std::string_view Text(const rapidjson::Value& value) {
  return {value.GetString(), value.GetStringLength()};
}

// False if it is no description of a file.
bool ReadFileThing(const rapidjson::Value& value, LockedThing& file) {
  if (!value.IsObject()) return false;
  const auto missing = value.FindMember("missing");
  if (missing != value.MemberEnd()) return missing->value.IsTrue();
  const auto digest = value.FindMember("sha256");
  const auto size = value.FindMember("size");
  if (digest == value.MemberEnd() || size == value.MemberEnd()) return false;
  if (!digest->value.IsString() || !size->value.IsUint64()) return false;
  file = {std::string(Text(digest->value)), size->value.GetUint64()};
  return file.value.size() == kHexDigits;
}

class LockReader {
 public:
  explicit LockReader(const rapidjson::Value& root) : root_(root) {}

  Status Read(Lock& lock) {
    const rapidjson::Value* format = Find(kFormatKey);
    if (format == nullptr) return BadInput("this is no lock file: it has no 'koppel_lock'");
    if (!format->IsInt() || format->GetInt() != kFormat)
      return BadInput(
          fmt::format("'koppel_lock' must be {}, the format that this program reads", kFormat));
    const rapidjson::Value* since = Find("since");
    if (since == nullptr || !since->IsString()) return BadInput("'since' must be a time");
    lock.since = Text(*since);
    for (std::size_t i = 0; i < kLockSections; ++i)
      KOPPEL_RETURN_IF_ERROR(ReadSection(static_cast<LockSection>(i), lock));
    return Ok();
  }

 private:
  const rapidjson::Value* Find(std::string_view key) const {
    const auto found = root_.FindMember(std::string(key).c_str());
    return found == root_.MemberEnd() ? nullptr : &found->value;
  }

  Status ReadSection(LockSection section, Lock& lock) {
    const rapidjson::Value* things = Find(Name(section));
    if (things == nullptr || !things->IsObject())
      return BadInput(fmt::format("'{}' must be an object", Name(section)));
    for (const auto& member : things->GetObject()) {
      LockedThing& thing = lock.sections[section][std::string(Text(member.name))];
      if (!HoldsFiles(section)) {
        thing.value = JsonOf(member.value);
      } else if (!ReadFileThing(member.value, thing)) {
        return BadInput(fmt::format("'{}' of '{}' must have 'sha256' and 'size', or 'missing'",
                                    Text(member.name), Name(section)));
      }
    }
    lock.sections[section];
    return Ok();
  }

  const rapidjson::Value& root_;
};

}  // namespace

std::string_view Name(LockSection section) { return kNames[static_cast<std::size_t>(section)]; }

std::string ToText(const Lock& lock) {
  std::string text =
      fmt::format("{{\n  \"{}\": {},\n  \"since\": {}", kFormatKey, kFormat, JsonOf(lock.since));
  for (const auto& [section, things] : lock.sections) {
    text += fmt::format(",\n  \"{}\": {{", Name(section));
    std::string_view comma = "\n";
    for (const auto& [name, thing] : things) {
      text += fmt::format("{}    {}: {}", comma, JsonOf(name),
                          HoldsFiles(section) ? FileText(thing) : thing.value);
      comma = ",\n";
    }
    text += things.empty() ? "}" : "\n  }";
  }
  return text + "\n}\n";
}

Result<Lock> ReadLock(const std::filesystem::path& file) {
  Result<std::string> text = ReadFile(file);
  if (!text.ok()) return std::move(text).status();
  const rapidjson::Document root = ParseJson(*text);
  if (root.HasParseError() || !root.IsObject()) {
    return BadInput(fmt::format("{}: no JSON object; the first error is at byte {}", file.string(),
                                root.GetErrorOffset()));
  }
  Lock lock;
  if (Status status = LockReader(root).Read(lock); !status.ok())
    return std::move(status).WithContext(file.string());
  return lock;
}

}  // namespace koppel
