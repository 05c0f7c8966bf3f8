#include "stretches.h"

#include <algorithm>

#include "koppel/layers.h"
#include "sentence_splitter.h"

namespace koppel::segment {
namespace {

std::vector<Span> Paragraphs(const Document& document) {
  const auto layer = document.layer<Paragraph>();
  if (!layer.exists()) return SplitParagraphs(document.text());
  std::vector<Span> spans;
  std::uint32_t end = 0;
  const auto add = [&](Span span) {
    if (!span.empty()) spans.push_back(span);
    end = std::max(end, span.end);
  };
  for (const auto paragraph : layer) {
    const Span span = paragraph.span();
    if (span.begin < end) continue;
    for (const Span gap : SplitParagraphs(Span{end, span.begin}.In(document.text()))) {
      add({end + gap.begin, end + gap.end});
    }
    add(span);
  }
  const auto size = static_cast<std::uint32_t>(document.text().size());
  const std::uint32_t rest = end;
  for (const Span gap : SplitParagraphs(Span{rest, size}.In(document.text()))) {
    add({rest + gap.begin, rest + gap.end});
  }
  return spans;
}

// Code of the last row of the `language` layer that begins no later, if it holds the span.
std::string_view LanguageOf(const Document& document, Span span) {
  const auto layer = document.layer<koppel::Language>();
  const std::uint32_t after = layer.LowerBound(span.begin + 1);
  if (after == 0 || !layer[after - 1].span().Contains(span)) return document.language();
  const std::string_view code = layer[after - 1][koppel::Language::code];
  return code.empty() || code == "und" ? document.language() : code;
}

}  // namespace

std::vector<Stretch> Stretches(const Document& document, const RuleBook& book,
                               std::string_view language) {
  std::vector<Stretch> stretches;
  for (const Span span : Paragraphs(document)) {
    const std::string_view code = language == "auto" ? LanguageOf(document, span) : language;
    stretches.push_back({span, &book.For(code)});
  }
  return stretches;
}

}  // namespace koppel::segment
