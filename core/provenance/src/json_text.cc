#include "json_text.h"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace koppel::internal {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void Put(Writer& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

template <class Body>
std::string Written(Body body) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  body(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace

std::string JsonOf(std::string_view text) {
  return Written([&](Writer& writer) { Put(writer, text); });
}

std::string JsonOf(double number) {
  return Written([&](Writer& writer) { writer.Double(number); });
}

std::string JsonOf(const std::vector<std::string>& texts) {
  return Written([&](Writer& writer) {
    writer.StartArray();
    for (const std::string& text : texts) Put(writer, text);
    writer.EndArray();
  });
}

std::vector<std::pair<std::string, std::string>> MembersOf(std::string_view json) {
  rapidjson::Document object;
  object.Parse<rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
  std::vector<std::pair<std::string, std::string>> members;
  for (const auto& [key, value] : object.GetObject()) {
    const rapidjson::Value& held = value;
    members.emplace_back(std::string(key.GetString(), key.GetStringLength()),
                         Written([&held](Writer& writer) { held.Accept(writer); }));
  }
  return members;
}

}  // namespace koppel::internal
