// Finds the end of the word or number that begins at a letter or digit.
#pragma once

#include <cstddef>
#include <string_view>

#include "language_data.h"

namespace koppel::segment {

struct Word {
  std::size_t end = 0;
  bool letters = false;  // has a letter: a word, else a number
};

class WordScanner {
 public:
  // Both must outlive the scanner.
  WordScanner(std::string_view text, const LanguageRules& rules) : text_(text), rules_(rules) {}

  // Precondition: a letter or digit stands at `begin`. `in_quote`: a single quote is open, so that
  // an apostrophe after the word closes it.
  Word Scan(std::size_t begin, bool in_quote);

  // End of the inverted pronoun (-il, -t-elle) whose hyphen stands at `hyphen`, or `hyphen`.
  std::size_t InversionEnd(std::size_t hyphen) const;

 private:
  void TakeRun();
  std::size_t Joiner();
  std::size_t JoinApostrophe(std::size_t length);
  std::size_t JoinHyphen(std::size_t length);
  std::size_t JoinFullStop();
  std::size_t JoinSlash() const;
  std::size_t JoinThousands(std::size_t length) const;
  std::size_t JoinSign(std::size_t length);
  bool BetweenDigits(std::size_t length) const;
  bool BetweenWords(std::size_t length) const;
  bool IsFixedWord() const;
  std::string_view part() const { return text_.substr(part_, end_ - part_); }

  std::string_view text_;
  const LanguageRules& rules_;
  std::size_t begin_ = 0;
  std::size_t part_ = 0;  // where the letters and digits after the last joiner begin
  std::size_t end_ = 0;
  bool letters_ = false;
  bool in_quote_ = false;
  bool complete_ = false;  // the last joiner ends the token
};

}  // namespace koppel::segment
