// Cuts text into words, numbers, marks and addresses.
#pragma once

#include <string_view>
#include <vector>

#include "koppel/layers.h"
#include "koppel/span.h"
#include "language_data.h"
#include "unspaced.h"

namespace koppel::segment {

struct Piece {
  Span span;
  Token::Kind kind = Token::Kind::kWord;
};

// Letters and digits make words, as in Unicode's rules; what joins them (hyphens, apostrophes, full
// stops of abbreviations) follows the language's conventions. Tokens never overlap and never cover
// white space, except between the thousands of a number. One instance per thread.
class Tokenizer {
 public:
  // Appends the tokens of `text`, valid UTF-8 below 4 GiB, in order.
  void Tokenize(std::string_view text, const LanguageRules& rules, std::vector<Piece>& pieces);

 private:
  UnspacedBreaker unspaced_;
};

}  // namespace koppel::segment
