#include "table_format.h"

#include "valid_utf8.h"

namespace koppel::write {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool IsUnsafe(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

// What a spreadsheet evaluates when a cell begins with it.
bool StartsFormula(std::string_view field) {
  return !field.empty() &&
         std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos;
}

}  // namespace

void AppendCsvField(std::string_view field, bool guard, std::string& out) {
  std::string scratch;
  field = ValidUtf8(field, scratch);
  const bool quoted = field.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) out += '"';
  if (guard && StartsFormula(field)) out += '\'';
  for (const char c : field) {
    if (IsUnsafe(c)) {
      out += kReplacement;
    } else {
      if (c == '"') out += '"';
      out += c;
    }
  }
  if (quoted) out += '"';
}

void AppendTsvField(std::string_view field, std::string& out) {
  std::string scratch;
  for (const char c : ValidUtf8(field, scratch)) {
    switch (c) {
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        if (IsUnsafe(c)) {
          out += kReplacement;
        } else {
          out += c;
        }
    }
  }
}

}  // namespace koppel::write
