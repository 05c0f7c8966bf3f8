// The tokens of one sentence as the rules see them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/span.h"

namespace koppel::sentiment {

struct Word {
  Span span;
  std::string lower;     // lower case, apostrophes straight
  bool is_word = false;  // else a number, mark, symbol or address
};

// Reused from sentence to sentence for its memory.
class Words {
 public:
  void Clear() { size_ = 0; }
  void Add(Span span, std::string_view text, bool is_word);

  std::size_t size() const { return size_; }
  const Word& operator[](std::size_t i) const { return words_[i]; }
  // Empty beyond the end.
  std::string_view Lower(std::size_t i) const {
    return i < size_ ? std::string_view(words_[i].lower) : std::string_view();
  }
  // Precondition: first <= last < size().
  Span Cover(std::size_t first, std::size_t last) const {
    return {words_[first].span.begin, words_[last].span.end};
  }

 private:
  std::vector<Word> words_;
  std::size_t size_ = 0;
};

// Lower case with straight apostrophes: the form in which words are compared.
std::string Fold(std::string_view text);

}  // namespace koppel::sentiment
