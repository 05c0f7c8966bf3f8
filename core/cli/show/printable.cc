#include "printable.h"

#include <algorithm>

#include "koppel/utf8.h"

namespace koppel {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

void AppendPrintable(std::string_view valid, std::string& out) {
  for (std::size_t i = 0; i < valid.size();) {
    const CodePoint point = DecodeAt(valid, i);
    const bool control = (point.value < 0x20 && point.value != '\n' && point.value != '\t') ||
                         (point.value >= 0x7F && point.value < 0xA0);
    if (control) {
      AppendUtf8(kReplacement, out);
    } else {
      out.append(valid, i, point.size);
    }
    i += point.size;
  }
}

}  // namespace

std::string Printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t valid = std::min(FindInvalidUtf8(text), text.size());
    AppendPrintable(text.substr(0, valid), out);
    if (valid == text.size()) break;
    AppendUtf8(kReplacement, out);
    text.remove_prefix(valid + 1);
  }
  return out;
}

std::string OnOneLine(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    if (c == '\n') {
      out += "⏎";
    } else {
      out += c == '\t' ? ' ' : c;
    }
  }
  return out;
}

}  // namespace koppel
