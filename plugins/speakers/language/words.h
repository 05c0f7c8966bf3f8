// A text as words and marks, as far as finding speakers needs it. Made here rather than read from a
// token layer: names and labels need to know about lines, spaces and apostrophes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/span.h"

namespace koppel::speakers {

struct Word {
  enum class Kind : std::uint8_t { kWord, kNumber, kMark };
  Span span;
  std::uint32_t lower_begin = 0, lower_size = 0;
  Kind kind = Kind::kWord;
  bool capital = false;       // its first letter is upper case (d'Hondt: its second)
  bool space_before = false;  // or the start of the text
  bool line_start =
      false;  // only white space and marks of quoting (">") stand before it in its line
  bool blank_before = false;  // first of a paragraph
  bool common =
      false;  // its form occurs in lower case in the text: a capital may be a sentence's only
};

// Immutable after construction.
class Words {
 public:
  // `is_clitic` tells for "'s", "'t" whether an apostrophe belongs to what follows, and for "-il",
  // "-t-elle" whether a hyphen begins a word of its own; it gets lower case with a straight
  // apostrophe. A word is letters and digits with apostrophes and hyphens
  // between them; every other character that is no space is a mark of its own. Linear in the text.
  Words(std::string_view text, const std::function<bool(std::string_view)>& is_clitic);

  std::size_t size() const { return words_.size(); }
  const Word& operator[](std::size_t i) const { return words_[i]; }
  std::string_view text() const { return text_; }
  std::string_view Text(std::size_t i) const { return words_[i].span.In(text_); }
  // Lower case; apostrophes are straight. Empty beyond the end.
  std::string_view Lower(std::size_t i) const;
  bool IsMark(std::size_t i, std::string_view mark) const;
  bool IsWord(std::size_t i) const { return i < size() && words_[i].kind == Word::Kind::kWord; }
  bool IsCapital(std::size_t i) const { return IsWord(i) && words_[i].capital; }
  // The text of words [first, last), white space as single spaces.
  std::string Join(std::size_t first, std::size_t last) const;
  // Index of the first word that begins at `offset` or later.
  std::size_t At(std::uint32_t offset) const;
  // Precondition: first < last.
  Span Cover(std::size_t first, std::size_t last) const {
    return {words_[first].span.begin, words_[last - 1].span.end};
  }
  // Makes the paragraphs those that begin at the given ascending offsets, instead of what blank
  // lines separate.
  void SetParagraphs(const std::vector<std::uint32_t>& begins);

 private:
  friend class WordScanner;
  std::string_view text_;
  std::string lower_;
  std::vector<Word> words_;
};

}  // namespace koppel::speakers
