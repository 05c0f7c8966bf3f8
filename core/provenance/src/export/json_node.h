// A JSON value with members in the order in which they were added.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "koppel/status.h"

namespace koppel::internal {

class JsonNode {
 public:
  using Items = std::vector<JsonNode>;
  using Members = std::vector<std::pair<std::string, JsonNode>>;

  JsonNode() = default;                                           // null
  JsonNode(const char* text) : value_(std::string(text)) {}       // NOLINT: trees read better
  JsonNode(std::string_view text) : value_(std::string(text)) {}  // NOLINT
  JsonNode(std::string text) : value_(std::move(text)) {}         // NOLINT
  JsonNode(bool value) : value_(value) {}                         // NOLINT
  JsonNode(std::int64_t value) : value_(value) {}                 // NOLINT
  JsonNode(std::uint64_t value) : value_(static_cast<std::int64_t>(value)) {}  // NOLINT
  JsonNode(double value) : value_(value) {}                                    // NOLINT
  JsonNode(Items items) : value_(std::move(items)) {}                          // NOLINT
  JsonNode(Members members) : value_(std::move(members)) {}                    // NOLINT

  // bad_input with the place of the first error.
  static Result<JsonNode> Parse(std::string_view text);
  // Indented, with a line break at the end.
  std::string ToText() const;

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  bool is_text() const { return std::holds_alternative<std::string>(value_); }
  bool is_bool() const { return std::holds_alternative<bool>(value_); }
  bool is_int() const { return std::holds_alternative<std::int64_t>(value_); }
  bool is_float() const { return std::holds_alternative<double>(value_); }
  bool is_list() const { return std::holds_alternative<Items>(value_); }

  // What the value is not, is empty: a file that somebody else wrote is read without questions.
  const std::string& text() const;
  bool boolean() const;
  std::int64_t number() const;  // whole
  double real() const;
  const Items& items() const;
  const Members& members() const;
  const JsonNode& operator[](std::string_view key) const;

  // To an object, which null becomes.
  void Set(std::string_view key, JsonNode value);

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Items, Members> value_;
};

}  // namespace koppel::internal
