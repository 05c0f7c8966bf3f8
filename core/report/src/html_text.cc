#include "koppel/report/html_text.h"

namespace koppel {

void AppendHtml(std::string_view text, std::string& out) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
}

std::string Html(std::string_view text) {
  std::string out;
  AppendHtml(text, out);
  return out;
}

}  // namespace koppel
