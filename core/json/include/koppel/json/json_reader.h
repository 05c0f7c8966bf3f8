// Members of JSON that may be damaged or of another release: what is missing, or of another type
// than it should be, is nothing.
#pragma once

#include <rapidjson/document.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace koppel {

// The whole of `text`, numbers exactly; no object where it is not JSON. Deep nesting takes no
// stack.
inline rapidjson::Document ParseJson(std::string_view text) {
  rapidjson::Document json;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
  json.Parse<kFlags>(text.data(), text.size());
  return json;
}

// Precondition of the following: `object` is one.
inline std::string TextAt(const rapidjson::Value& object, const char* key) {
  const auto at = object.FindMember(key);
  if (at == object.MemberEnd() || !at->value.IsString()) return {};
  return {at->value.GetString(), at->value.GetStringLength()};
}

inline std::uint64_t NumberAt(const rapidjson::Value& object, const char* key) {
  const auto at = object.FindMember(key);
  return at == object.MemberEnd() || !at->value.IsUint64() ? 0 : at->value.GetUint64();
}

// Calls body(item) for each object in the list.
template <class Body>
void ForEachObjectAt(const rapidjson::Value& object, const char* key, Body body) {
  const auto at = object.FindMember(key);
  if (at == object.MemberEnd() || !at->value.IsArray()) return;
  for (const rapidjson::Value& item : at->value.GetArray()) {
    if (item.IsObject()) body(item);
  }
}

}  // namespace koppel
