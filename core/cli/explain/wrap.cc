#include "wrap.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/report/shortened.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

constexpr std::size_t kColumns = 80;

void AppendBytes(std::string_view bytes, std::string& out) {
  for (const char c : bytes) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
}

void AppendValid(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = DecodeAt(text, i);
    const std::string_view bytes = text.substr(i, point.size);
    i += point.size;
    if (point.value == '\n') {
      out += "⏎";
    } else if (point.value == '\t') {
      out += "⇥";
    } else if (point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0)) {
      AppendBytes(bytes, out);
    } else {
      out += bytes;
    }
  }
}

}  // namespace

std::string OneLine(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t valid = std::min(FindInvalidUtf8(text), text.size());
    AppendValid(text.substr(0, valid), out);
    if (valid == text.size()) break;
    AppendBytes(text.substr(valid, 1), out);
    text.remove_prefix(valid + 1);
  }
  return out;
}

std::string Wrapped(std::string_view head, std::size_t indent, std::string_view text) {
  std::string out = OneLine(head);
  std::size_t column = CodePoints(out);
  bool first = true;
  const std::string line = OneLine(text);
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const std::string_view word = std::string_view(line).substr(begin, end - begin);
    const std::size_t size = CodePoints(word);
    begin = end + 1;
    if (!first && column + 1 + size > kColumns) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    first = false;
  }
  return out + '\n';
}

std::string InContext(std::size_t indent, std::string_view left, std::string_view middle,
                      std::string_view right) {
  constexpr std::size_t kMarks = 4, kMiddle = 50;
  const std::string inside = Shortened(OneLine(middle), kMiddle);
  const std::size_t side = (kColumns - indent - kMarks - CodePoints(inside)) / 2;
  const std::string before = OneLine(left), after = OneLine(right);
  const std::size_t size = CodePoints(before);
  return fmt::format("{}…{}[{}]{}…\n", std::string(indent, ' '),
                     before.substr(OffsetOf(before, size - std::min(size, side))), inside,
                     after.substr(0, OffsetOf(after, side)));
}

}  // namespace koppel
