// The data files of this plugin: rows of fields separated by tabs; "#" at the start of a line is a
// comment.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/status.h"

namespace koppel::sentiment {

struct TableRow {
  std::size_t line = 0;  // from 1
  std::vector<std::string_view> fields;

  // Empty where the row has fewer fields.
  std::string_view operator[](std::size_t i) const {
    return i < fields.size() ? fields[i] : std::string_view();
  }
};

// The rows that are neither empty nor comments; views into `text`, without white space around
// fields.
std::vector<TableRow> ReadTable(std::string_view text);
// The value of a comment of the form "# key: value", or empty.
std::string_view HeaderValue(std::string_view text, std::string_view key);
// bad_input that begins with the line.
Status BadRow(const TableRow& row, std::string_view what, std::string_view word);

// A decimal number within the bounds, or nothing.
std::optional<double> ReadNumber(std::string_view field, double at_least, double at_most);
// The non-empty parts between separators.
std::vector<std::string_view> Split(std::string_view text, char separator);

// Lets a container of std::string be asked by std::string_view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};

}  // namespace koppel::sentiment
