// The feeling that belongs to an annotation of another layer.
#pragma once

#include <string>
#include <string_view>

#include "koppel/document.h"

namespace koppel::write {

struct FoundSentiment {
  std::string label, value, target;  // empty where there is none
};

// Of the rows of the sentiment layer that judge annotations of `layer` (scope turn, quote or
// sentence) and lie in the span, the longest: that of the span itself, or of what is said in it
// without the marks. The target is its own, or those of the judgements with scope target that lie
// in the span, separated by "; ".
FoundSentiment SentimentOf(const Document& document, std::string_view layer, Span span);

}  // namespace koppel::write
