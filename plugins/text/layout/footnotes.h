// Footnotes of pages, from text alone.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "koppel/span.h"
#include "lines/lines.h"

namespace koppel::text {

// The mark that a note begins with, a number or sign before a capital ("1 Zie ook …", "* Deze
// cijfers …", "1De …"); or empty.
std::string_view NoteMark(std::string_view line);

// Where the mark stands behind a word or its punctuation, as extraction leaves a raised number
// ("volgens de raad1 en"), not as a part of a number ("3,1"); npos if it does not.
std::size_t FindReference(std::string_view mark, std::string_view above);
inline bool IsReferredTo(std::string_view mark, std::string_view above) {
  return FindReference(mark, above) != std::string_view::npos;
}

// The end of `above`, as far from a note as its mark is looked for.
Span NearestText(Span above);

// Gives the role kFootnote to the last lines of a page, from the first that begins with the mark of
// a note that the text of the page refers to, where that text runs on at the top of the next page
// or ends a sentence before the notes; also where the text has no such mark, but breaks a word
// before them that goes on there. A page ends at a form feed, or where page furniture stands
// between two lines. In text without either, and without print that shows small type (print.h),
// notes are lines that stand in the middle of a sentence and begin and end one of their own. What
// white space sets apart at the foot of the next page is the rest of a note that does not end with
// its page. Notes stay where they are. Linear in the size of the text.
void MarkFootnotes(std::string_view text, bool without_print, std::vector<TextLine>& lines);

}  // namespace koppel::text
