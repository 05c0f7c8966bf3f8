#include "table.h"

#include <charconv>

namespace koppel::sentiment {
namespace {

std::string_view Trim(std::string_view s) {
  const std::size_t begin = s.find_first_not_of(" \r");
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(" \r") - begin + 1);
}

std::string_view TakeUntil(std::string_view& rest, char separator) {
  const std::size_t end = rest.find(separator);
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return taken;
}

}  // namespace

std::vector<TableRow> ReadTable(std::string_view text) {
  std::vector<TableRow> rows;
  for (std::size_t line = 1; !text.empty(); ++line) {
    std::string_view rest = TakeUntil(text, '\n');
    if (rest.starts_with('#') || Trim(rest).empty()) continue;
    TableRow& row = rows.emplace_back();
    row.line = line;
    while (!rest.empty()) row.fields.push_back(Trim(TakeUntil(rest, '\t')));
  }
  return rows;
}

std::string_view HeaderValue(std::string_view text, std::string_view key) {
  while (text.starts_with('#')) {
    std::string_view line = TakeUntil(text, '\n').substr(1);
    if (Trim(TakeUntil(line, ':')) == key) return Trim(line);
  }
  return {};
}

Status BadRow(const TableRow& row, std::string_view what, std::string_view word) {
  return BadInput(std::to_string(row.line) + ": " + std::string(what) + " '" + std::string(word) +
                  "'");
}

std::optional<double> ReadNumber(std::string_view field, double at_least, double at_most) {
  double value = 0;
  const char* const end = field.data() + field.size();
  const auto [stop, error] = std::from_chars(field.data(), end, value);
  // Written so that "nan" is out of bounds.
  if (error != std::errc() || stop != end || !(value >= at_least && value <= at_most))
    return std::nullopt;
  return value;
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::string_view part = Trim(TakeUntil(text, separator));
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

}  // namespace koppel::sentiment
