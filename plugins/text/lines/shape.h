// What the edges of a line tell: sentence ends, broken words, item marks. Text is valid UTF-8
// throughout.
#pragma once

#include <cstddef>
#include <string_view>

namespace koppel::text {

// White space inside a line: space, tab, no-break space and the other Unicode spaces, carriage
// return.
bool IsInlineSpace(char32_t c);
// Without the inline white space at both ends.
std::string_view Trim(std::string_view text);

// What a line ends in, behind closing quotes and brackets.
enum class LineEnd { kOther, kComma, kSemicolon, kColon, kSentence };
LineEnd EndOf(std::string_view line);

// A letter followed by a hyphen (see IsBreakHyphen) at the very end.
bool EndsInHyphen(std::string_view line);
// Whether the first character behind opening quotes and brackets is a lower-case (upper-case)
// letter.
bool StartsLower(std::string_view line);
bool StartsUpper(std::string_view line);
// Whether `next` must be read on from `line`: a broken word, or no sentence end before a small
// letter.
bool Continues(std::string_view line, std::string_view next);

// Whether lists have the character for a mark, also in the private codes of symbol fonts.
bool IsBullet(char32_t c);
// Length of the item mark that a line begins with ("1.", "(a)", "iv)", "•", "–"), or 0. A mark is
// followed by white space, or, as printed lists often have it, by a letter ("b.de").
std::size_t ListMark(std::string_view line);

}  // namespace koppel::text
