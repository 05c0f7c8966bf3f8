#include "export/json_node.h"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

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

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void Put(Writer& writer, const std::string& text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void Put(Writer& writer, const JsonNode& node) {
  if (node.is_null()) {
    writer.Null();
  } else if (node.is_text()) {
    Put(writer, node.text());
  } else if (node.is_bool()) {
    writer.Bool(node.boolean());
  } else if (node.is_int()) {
    writer.Int64(node.number());
  } else if (node.is_float()) {
    writer.Double(node.real());
  } else if (node.is_list()) {
    writer.StartArray();
    for (const JsonNode& item : node.items()) Put(writer, item);
    writer.EndArray();
  } else {
    writer.StartObject();
    for (const auto& [key, value] : node.members()) {
      writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
      Put(writer, value);
    }
    writer.EndObject();
  }
}

}  // namespace

Result<JsonNode> JsonNode::Parse(std::string_view text) {
  rapidjson::Document document;
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
  document.Parse<kFlags>(text.data(), text.size());
  if (document.HasParseError())
    return BadInput(fmt::format("no JSON: the error is at byte {}", document.GetErrorOffset()));
  return Convert(document, 0);
}

std::string JsonNode::ToText() const {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.SetIndent(' ', 2);
  Put(writer, *this);
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
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
