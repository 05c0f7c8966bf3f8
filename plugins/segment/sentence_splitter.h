// Splits a paragraph into sentences.
#pragma once

#include <string_view>
#include <vector>

#include "koppel/span.h"
#include "language_data.h"

namespace koppel::segment {

// The sentences of one paragraph, in order, without white space at their ends; together they
// cover all else. A line break is a space here; a paragraph without a final mark is a sentence.
// `paragraph` is valid UTF-8 below 4 GiB.
std::vector<Span> SplitSentences(std::string_view paragraph, const LanguageRules& rules);

// The paragraphs of a text that has no paragraph layer: what blank lines part.
std::vector<Span> SplitParagraphs(std::string_view text);

}  // namespace koppel::segment
