// Whether text runs on at the turn of a page, by the lines on both sides of it.
#pragma once

#include <string_view>

namespace koppel::text {

// Whether a sentence or word of the line, the last of a page, is read on in `next`, the first of
// another.
bool RunsOver(std::string_view line, std::string_view next);

// Whether something must follow the line: it ends in a comma or colon ("Geachte heer Wolters,"), or
// in a broken word. Running heads and feet stand for themselves.
bool AsksForMore(std::string_view line);

// Whether the line is a sentence of some words.
bool IsSentence(std::string_view line);

// Whether the line closes a letter ("Met vriendelijke groet", "Hochachtungsvoll,").
bool ClosesLetter(std::string_view line);

}  // namespace koppel::text
