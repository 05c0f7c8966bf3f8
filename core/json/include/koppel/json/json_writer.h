// The one way in which JSON is written here: by values and callbacks over RapidJSON.
#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cstdlib>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace koppel {
namespace internal {

// RapidJSON's own goes on with a null pointer where there is no memory left.
class ThrowingAllocator {
 public:
  [[maybe_unused]] static const bool kNeedFree = true;  // RapidJSON's name
  void* Malloc(std::size_t size) { return size == 0 ? nullptr : Checked(std::malloc(size)); }
  void* Realloc(void* old, std::size_t, std::size_t size) {
    if (size > 0) return Checked(std::realloc(old, size));
    std::free(old);
    return nullptr;
  }
  static void Free(void* memory) { std::free(memory); }

 private:
  static void* Checked(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
  }
};

using JsonBuffer = rapidjson::GenericStringBuffer<rapidjson::UTF8<>, ThrowingAllocator>;

}  // namespace internal

// Writes one JSON value. Text must be UTF-8; it is escaped, not checked. Methods are called in the
// order of what is to stand there: a key before its value, which the caller answers for. What has
// no memory left throws std::bad_alloc.
template <template <class...> class Layout>
class BasicJson {
 public:
  // A level's indentation, where the layout has one.
  explicit BasicJson(unsigned indent = 2) {
    if constexpr (requires(Writer & writer) { writer.SetIndent(' ', 2); })
      writer_.SetIndent(' ', indent);
  }
  BasicJson(const BasicJson&) = delete;
  BasicJson& operator=(const BasicJson&) = delete;

  // Null, a truth value, a number, text, a rapidjson::Value, one of a variant, a list or a map (or
  // list of pairs) of such, or whatever a function Write(BasicJson&, const T&) in T's namespace
  // writes.
  template <class T>
  void Value(const T& value) {
    if constexpr (std::is_null_pointer_v<T>) {
      writer_.Null();
    } else if constexpr (std::is_same_v<T, bool>) {
      writer_.Bool(value);
    } else if constexpr (std::is_floating_point_v<T>) {
      writer_.Double(value);
    } else if constexpr (std::is_unsigned_v<T>) {
      writer_.Uint64(value);
    } else if constexpr (std::is_integral_v<T>) {
      writer_.Int64(value);
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      Text(value);
    } else if constexpr (requires { value.Accept(writer_); }) {
      value.Accept(writer_);
    } else if constexpr (requires { value.valueless_by_exception(); }) {
      std::visit([this](const auto& held) { Value(held); }, value);
    } else if constexpr (requires { value.begin()->second; }) {
      Object([&] {
        for (const auto& [key, held] : value) Field(key, held);
      });
    } else if constexpr (requires { value.begin() != value.end(); }) {
      Array(value, [this](const auto& item) { Value(item); });
    } else {
      Write(*this, value);
    }
  }
  void Key(std::string_view key) { writer_.Key(key.data(), Size(key)); }
  template <class T>
  void Field(std::string_view key, const T& value) {
    Key(key);
    Value(value);
  }

  // `body` writes the fields.
  template <class Body>
  void Object(Body body) {
    writer_.StartObject();
    body();
    writer_.EndObject();
  }
  template <class Body>
  void Object(std::string_view key, Body body) {
    Key(key);
    Object(body);
  }

  // `body` writes the values.
  template <class Body>
  void Items(std::string_view key, Body body) {
    Key(key);
    writer_.StartArray();
    body();
    writer_.EndArray();
  }
  // body(item) writes one value.
  template <class List, class Body>
  void Array(const List& list, Body body) {
    writer_.StartArray();
    for (const auto& item : list) body(item);
    writer_.EndArray();
  }
  template <class List, class Body>
  void Array(std::string_view key, const List& list, Body body) {
    Key(key);
    Array(list, body);
  }
  // body(item) writes the fields of one object.
  template <class List, class Body>
  void Objects(std::string_view key, const List& list, Body body) {
    Array(key, list, [&](const auto& item) { Object([&] { body(item); }); });
  }

  // What was written since PassTo.
  std::string_view text() const { return {buffer_.GetString(), buffer_.GetSize()}; }
  std::string Line() const { return std::string(text()) += '\n'; }
  // Hands on what stands here, so that a large value need not be in memory twice.
  void PassTo(std::string& out) {
    out += text();
    buffer_.Clear();
  }
  std::size_t size() const { return buffer_.GetSize(); }

 private:
  using Writer = Layout<internal::JsonBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                        internal::ThrowingAllocator>;

  static rapidjson::SizeType Size(std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  }
  void Text(std::string_view text) { writer_.String(text.data(), Size(text)); }

  internal::JsonBuffer buffer_;
  Writer writer_{buffer_};
};

namespace internal {

template <class... Parts>
using IndentedLayout = rapidjson::PrettyWriter<Parts...>;
template <class... Parts>
using CompactLayout = rapidjson::Writer<Parts...>;

}  // namespace internal

// A value to a line.
using Json = BasicJson<internal::IndentedLayout>;
// Without blanks and line breaks, numbers in their shortest form.
using CompactJson = BasicJson<internal::CompactLayout>;

// `value` as CompactJson writes it.
template <class T>
std::string JsonOf(const T& value) {
  CompactJson json;
  json.Value(value);
  return std::string(json.text());
}

}  // namespace koppel
