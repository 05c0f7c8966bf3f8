#include "turns/page_marks.h"

#include <algorithm>
#include <string_view>

#include "koppel/layers.h"

namespace koppel::speakers {

namespace {

std::vector<Span>* ListOf(Region::Kind kind, std::string_view rule, PageMarks& marks) {
  if (kind == Region::Kind::kBoilerplate) return &marks.boilerplate;
  if (rule == "comments") return &marks.comment_lists;
  if (rule == "comment") return &marks.comments;
  if (rule == "author") return &marks.authors;
  return rule == "date" ? &marks.dates : nullptr;
}

}  // namespace

PageMarks ReadPageMarks(const Document& document) {
  PageMarks marks;
  for (const auto region : document.layer<Region>()) {
    std::vector<Span>* list = ListOf(region[Region::kind], region[Region::rule], marks);
    const Span span = region.span();
    if (list == nullptr || span.empty()) continue;
    if (list->empty() || list->back().end <= span.begin) list->push_back(span);
  }
  marks.author = document.metadata("author");
  return marks;
}

Span FirstIn(Span within, const std::vector<Span>& spans) {
  const auto at =
      std::lower_bound(spans.begin(), spans.end(), within.begin,
                       [](Span span, std::uint32_t begin) { return span.begin < begin; });
  return at != spans.end() && at->begin < within.end ? *at : Span{};
}

}  // namespace koppel::speakers
