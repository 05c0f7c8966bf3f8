#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace koppel {

// Writes one JSON value, nested by callbacks.
class Json {
 public:
  Json() { writer_.SetIndent(' ', 1); }

  template <class Body>
  void Object(Body body) {
    writer_.StartObject();
    body();
    writer_.EndObject();
  }
  template <class List, class Body>
  void Array(std::string_view key, const List& list, Body body) {
    Key(key);
    writer_.StartArray();
    for (const auto& item : list) body(item);
    writer_.EndArray();
  }
  void Key(std::string_view key) { Text(key); }
  void Text(std::string_view text) {
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void Whole(std::int64_t value) { writer_.Int64(value); }
  void Field(std::string_view key, std::string_view value) { Key(key), Text(value); }
  void Number(std::string_view key, std::uint64_t value) { Key(key), writer_.Uint64(value); }
  void Float(std::string_view key, double value) { Key(key), writer_.Double(value); }
  void Bool(std::string_view key, bool value) { Key(key), writer_.Bool(value); }
  std::string Finish() const { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace koppel
