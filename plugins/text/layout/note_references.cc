#include "layout/note_references.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "layout/footnotes.h"

namespace koppel::text {
namespace {

// Finds the references to the notes of lines [begin, end), in the text of their page from
// `page_begin` on.
void FindReferences(std::string_view text, const std::vector<TextLine>& lines, std::size_t begin,
                    std::size_t end, std::uint32_t page_begin, std::vector<Span>& references) {
  const std::uint32_t notes = lines[begin].span.begin;
  const Span above = NearestText({std::min(page_begin, notes), notes});
  std::uint32_t from = above.begin;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view mark = NoteMark(lines[i].span.In(text));
    if (mark.empty()) continue;
    const std::size_t at = FindReference(mark, Span{from, notes}.In(text));
    if (at == std::string_view::npos) continue;
    const auto place = static_cast<std::uint32_t>(from + at);
    from = place + static_cast<std::uint32_t>(mark.size());
    references.push_back({place, from});
  }
}

}  // namespace

std::vector<Span> NoteReferences(std::string_view text, const std::vector<TextLine>& lines) {
  std::vector<Span> references;
  std::uint32_t page_begin = 0;
  for (std::size_t i = 0; i < lines.size();) {
    if (i == 0 || lines[i].page != lines[i - 1].page) page_begin = lines[i].span.begin;
    std::size_t end = i + 1;
    if (lines[i].role == LineRole::kFootnote) {
      while (end < lines.size() && lines[end].role == LineRole::kFootnote &&
             lines[end].page == lines[i].page)
        ++end;
      FindReferences(text, lines, i, end, page_begin, references);
    }
    i = end;
  }
  std::sort(references.begin(), references.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return references;
}

}  // namespace koppel::text
