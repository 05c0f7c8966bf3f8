#include "undo_edit.h"

#include "koppel/utf8.h"

namespace koppel {

bool HasBlankLine(std::string_view text) {
  bool ended = false;
  for (const char c : text) {
    if (c == '\n' && ended) return true;
    ended = c == '\n' || (ended && kWhiteSpace.find(c) != std::string_view::npos);
  }
  return false;
}

bool HasWord(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (IsLetter(c.value) || IsDigit(c.value)) return true;
    at += c.size;
  }
  return false;
}

bool TakesLinesOut(const RevisionEdit& edit) {
  const std::string_view removed = edit.removed;
  if (!edit.inserted.empty() || IsWhiteSpace(removed)) return false;
  if (HasLineEnd(removed.substr(0, removed.find_first_not_of(kWhiteSpace)))) return true;
  // A hyphen with the line end behind it belongs to a word.
  return HasLineEnd(removed.substr(removed.find_last_not_of(kWhiteSpace) + 1)) && HasWord(removed);
}

}  // namespace koppel
