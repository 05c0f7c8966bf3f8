// What a full stop means: the end of a sentence, part of an abbreviation, or both.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "language_data.h"

namespace koppel::segment {

// The kind of thing that follows a mark, opening quotes, brackets and dashes left aside.
enum class NextKind : std::uint8_t {
  kNothing,  // end of the text or of the paragraph (a blank line)
  kUpper,    // a word with a capital, or in a script without capitals
  kLower,
  kDigit,
  kSymbol,      // neither word nor punctuation that could continue a sentence
  kContinuing,  // a comma, a closing bracket or the like
};

struct Next {
  NextKind kind = NextKind::kNothing;
  std::size_t word = 0;  // where the word begins, for kUpper, kLower and kDigit
  bool spaced = false;   // white space stands between
};

Next LookAhead(std::string_view text, std::size_t position, const LanguageRules& rules);

// Whether the word at `next` has a capital and often begins sentences.
bool StartsSentences(std::string_view text, const Next& next, const LanguageRules& rules);

struct FullStop {
  bool part_of_word = false;
  bool ends_sentence = false;
};

// Judges a full stop after the word text[begin, end); `next` is what follows it and the quotes
// or brackets that close after it.
FullStop JudgeFullStop(std::string_view text, std::size_t begin, std::size_t end, const Next& next,
                       const LanguageRules& rules);

// Whether a space was forgotten after a mark that follows the word text[begin, end), as in
// "wagen.Een"; not so in file names, hosts and abbreviations.
bool SpaceForgotten(std::string_view text, std::size_t begin, std::size_t end, const Next& next,
                    const LanguageRules& rules);

}  // namespace koppel::segment
