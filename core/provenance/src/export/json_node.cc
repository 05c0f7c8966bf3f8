#include "export/json_node.h"

#include <fmt/format.h>

#include "koppel/json/json_reader.h"
#include "koppel/json/json_writer.h"

namespace koppel::internal {
namespace {

// Deeper than anything that is read here; bounds the recursion below.
constexpr int kDeepest = 32;

template <class T>
const T& Held(const std::variant<std::monostate, bool, std::int64_t, double, std::string,
                                 JsonNode::Items, JsonNode::Members>& value) {
  static const T kNothing{};
  const T* held = std::get_if<T>(&value);
  return held ? *held : kNothing;
}

JsonNode Convert(const rapidjson::Value& value, int depth) {
  if (depth > kDeepest) return {};
  if (value.IsBool()) return value.GetBool();
  if (value.IsInt64()) return value.GetInt64();
  if (value.IsNumber()) return value.GetDouble();
  if (value.IsString()) return std::string_view(value.GetString(), value.GetStringLength());
  if (value.IsArray()) {
    JsonNode::Items items;
    for (const auto& item : value.GetArray()) items.push_back(Convert(item, depth + 1));
    return items;
  }
  if (!value.IsObject()) return {};
  JsonNode::Members members;
  for (const auto& member : value.GetObject()) {
    members.emplace_back(std::string(member.name.GetString(), member.name.GetStringLength()),
                         Convert(member.value, depth + 1));
  }
  return members;
}

}  // namespace

// Found by Json::Value.
static void Write(Json& json, const JsonNode& node) {
  if (node.is_null()) {
    json.Value(nullptr);
  } else if (node.is_text()) {
    json.Value(node.text());
  } else if (node.is_bool()) {
    json.Value(node.boolean());
  } else if (node.is_int()) {
    json.Value(node.number());
  } else if (node.is_float()) {
    json.Value(node.real());
  } else if (node.is_list()) {
    json.Value(node.items());
  } else {
    json.Value(node.members());
  }
}

Result<JsonNode> JsonNode::Parse(std::string_view text) {
  const rapidjson::Document document = ParseJson(text);
  if (document.HasParseError())
    return BadInput(fmt::format("no JSON: the error is at byte {}", document.GetErrorOffset()));
  return Convert(document, 0);
}

std::string JsonNode::ToText() const {
  Json json;
  json.Value(*this);
  return json.Line();
}

bool JsonNode::boolean() const { return Held<bool>(value_); }
double JsonNode::real() const { return Held<double>(value_); }
std::int64_t JsonNode::number() const { return Held<std::int64_t>(value_); }
const std::string& JsonNode::text() const { return Held<std::string>(value_); }
const JsonNode::Items& JsonNode::items() const { return Held<Items>(value_); }
const JsonNode::Members& JsonNode::members() const { return Held<Members>(value_); }

const JsonNode& JsonNode::operator[](std::string_view key) const {
  static const JsonNode kNothing;
  for (const auto& [name, value] : members()) {
    if (name == key) return value;
  }
  return kNothing;
}

void JsonNode::Set(std::string_view key, JsonNode value) {
  if (is_null()) value_ = Members();
  std::get<Members>(value_).emplace_back(key, std::move(value));
}

}  // namespace koppel::internal
