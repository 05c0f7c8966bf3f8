#include "condition.h"

#include <fmt/format.h>
#include <re2/re2.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <array>

#include "fields.h"
#include "koppel/params.h"
#include "koppel/utf8.h"
#include "yaml_value.h"

namespace koppel::internal {
namespace {

std::string LanguageName(const char* code, const char* in_language) {
  std::array<UChar, 128> buffer;
  UErrorCode error = U_ZERO_ERROR;
  const auto capacity = static_cast<std::int32_t>(buffer.size());
  const std::int32_t size =
      uloc_getDisplayLanguage(code, in_language, buffer.data(), capacity, &error);
  std::string name;
  if (U_SUCCESS(error)) icu::UnicodeString(buffer.data(), size).toUTF8String(name);
  return ToLower(name);
}

bool IsLanguage(std::string_view code) {
  for (const char* const* known = uloc_getISOLanguages(); *known != nullptr; ++known) {
    if (code == *known) return true;
  }
  return false;
}

// "dutch" and "Nederlands" are told as nl; or empty.
std::string CodeOfName(std::string_view name) {
  const std::string lower = ToLower(name);
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    if (LanguageName(*code, "en") == lower || LanguageName(*code, *code) == lower) return *code;
  }
  return {};
}

std::string LanguageHint(const std::string& text) {
  std::string code = CodeOfName(text);
  const std::string lower = ToLower(text);
  if (code.empty() && IsLanguage(lower)) code = lower;
  return code.empty() ? "" : fmt::format("; did you mean '{}'?", code);
}

std::optional<std::string> ReadLanguage(const YamlNode& node, Problems& problems) {
  static const RE2 kShape("([a-z]{2,3})(-[A-Za-z0-9]{1,8})*");
  std::optional<std::string> text = ReadText(node, "'language'", problems);
  std::string code;
  if (!text || (RE2::FullMatch(*text, kShape, &code) && IsLanguage(code))) return text;
  problems.Add(node.location, ErrorKind::kInvalidParameter,
               fmt::format("'language' must be a language code like nl or en-GB; got \"{}\"{}",
                           *text, LanguageHint(*text)));
  return std::nullopt;
}

// Values are compared as texts, so that `year: 2019` means what it looks like.
void ReadMetadata(const YamlNode& node, Condition& condition, Problems& problems) {
  if (node.kind != YamlNode::Kind::kMap || node.entries.empty()) {
    problems.Add(node.location, fmt::format("'metadata' must be a map of keys and the values they "
                                            "must have, like {{genre: letter}}; got {}",
                                            Show(node)));
    return;
  }
  ReportRepeatedKeys(node, problems);
  for (const auto& [key, value] : node.entries) {
    if (value->kind == YamlNode::Kind::kScalar) {
      condition.metadata.emplace_back(key->text, value->text);
    } else {
      problems.Add(value->location, fmt::format("metadata '{}' can be compared with one value "
                                                "only; got {}",
                                                key->text, Show(*value)));
    }
  }
}

}  // namespace

Condition ReadCondition(const YamlNode& node, std::vector<ConditionKey>& asked,
                        Problems& problems) {
  Condition condition;
  const Fields fields(node, "'when'", {"language", "metadata"}, problems);
  if (const YamlNode* language = fields.Find("language")) {
    condition.language = ReadLanguage(*language, problems);
    asked.push_back({"language", language->location, language});
  }
  if (const YamlNode* metadata = fields.Find("metadata")) {
    ReadMetadata(*metadata, condition, problems);
    for (const YamlEntry& entry : metadata->entries) {
      asked.push_back({entry.key->text, entry.key->location, entry.value});
    }
  }
  if (node.kind == YamlNode::Kind::kMap && node.entries.empty()) {
    problems.Add(node.location, "'when' is empty; leave it out to run on every document");
  }
  return condition;
}

std::optional<OnError> ReadOnError(const YamlNode& node, Problems& problems) {
  std::vector<std::string_view> names;
  for (const OnError value : {OnError::kFail, OnError::kSkip, OnError::kQuarantine}) {
    if (node.kind == YamlNode::Kind::kScalar && node.text == Name(value)) return value;
    names.push_back(Name(value));
  }
  problems.Add(node.location, fmt::format("'on_error' must be {}; got {}{}", Alternatives(names),
                                          Show(node), DidYouMean(node.text, names)));
  return std::nullopt;
}

}  // namespace koppel::internal
