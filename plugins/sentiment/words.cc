#include "words.h"

#include "koppel/utf8.h"

namespace koppel::sentiment {

std::string Fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = DecodeAt(text, i);
    AppendUtf8(c.value == U'\u2019' || c.value == U'\u2018' ? U'\'' : ToLower(c.value), folded);
    i += c.size;
  }
  return folded;
}

void Words::Add(Span span, std::string_view text, bool is_word) {
  if (size_ == words_.size()) words_.emplace_back();
  words_[size_++] = {span, Fold(text), is_word};
}

}  // namespace koppel::sentiment
