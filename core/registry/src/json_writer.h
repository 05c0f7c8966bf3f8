// JSON text from the registry's data. A type gets its form by a function Write(JsonWriter&, const
// Type&) in this namespace.
#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <string>
#include <string_view>
#include <vector>

#include "koppel/params.h"

namespace koppel {

class JsonWriter {
 public:
  JsonWriter() : json_(buffer_) { json_.SetIndent(' ', 2); }

  void BeginObject() { json_.StartObject(); }
  void EndObject() { json_.EndObject(); }
  void BeginArray() { json_.StartArray(); }
  void EndArray() { json_.EndArray(); }
  void Key(std::string_view key) { json_.Key(key.data(), Size(key)); }
  template <class T>
  void Field(std::string_view key, const T& value) {
    Key(key);
    Write(*this, value);
  }

  void String(std::string_view text) { json_.String(text.data(), Size(text)); }
  void Bool(bool value) { json_.Bool(value); }
  void Int(std::int64_t value) { json_.Int64(value); }
  void Float(double value) { json_.Double(value); }

  // With a line break at the end.
  std::string Text() const { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

 private:
  static rapidjson::SizeType Size(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> json_;
};

inline void Write(JsonWriter& json, std::string_view text) { json.String(text); }
inline void Write(JsonWriter& json, const std::string& text) { json.String(text); }
inline void Write(JsonWriter& json, bool value) { json.Bool(value); }
inline void Write(JsonWriter& json, std::int64_t value) { json.Int(value); }
inline void Write(JsonWriter& json, double value) { json.Float(value); }

template <class T>
void Write(JsonWriter& json, const std::vector<T>& values) {
  json.BeginArray();
  for (const T& value : values) Write(json, value);
  json.EndArray();
}

inline void Write(JsonWriter& json, const ParamValue& value) {
  std::visit([&json](const auto& held) { Write(json, held); }, value);
}

}  // namespace koppel
