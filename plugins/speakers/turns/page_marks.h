// What earlier steps have told of a page: where its comments are, who wrote what, what is
// boilerplate.
#pragma once

#include <string>
#include <vector>

#include "koppel/document.h"
#include "koppel/span.h"

namespace koppel::speakers {

// Spans are ascending and do not overlap.
struct PageMarks {
  std::vector<Span> boilerplate;
  std::vector<Span> comment_lists;
  std::vector<Span> comments;        // each comment of those lists
  std::vector<Span> authors, dates;  // as the page marks them, of comments and of the article
  std::string author;                // of the article, by what the page or file says of itself
};

// From the regions (rules "comments", "comment", "author" and "date" of read.html) and the metadata
// "author".
PageMarks ReadPageMarks(const Document& document);

// The first of the spans that begins in `within`, or an empty one.
Span FirstIn(Span within, const std::vector<Span>& spans);

}  // namespace koppel::speakers
