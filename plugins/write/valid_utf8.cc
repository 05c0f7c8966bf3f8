#include "valid_utf8.h"

#include "koppel/utf8.h"

namespace koppel::write {

std::string_view ValidUtf8(std::string_view text, std::string& scratch) {
  std::size_t bad = FindInvalidUtf8(text);
  if (bad == std::string_view::npos) return text;
  scratch.clear();
  while (bad != std::string_view::npos) {
    scratch.append(text, 0, bad);
    AppendUtf8(0xFFFD, scratch);
    text.remove_prefix(bad + 1);
    bad = FindInvalidUtf8(text);
  }
  scratch.append(text);
  return scratch;
}

}  // namespace koppel::write
