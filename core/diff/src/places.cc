#include "places.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/utf8.h"

namespace koppel::internal {
namespace {

constexpr std::size_t kContext = 60;      // code points on either side
constexpr std::size_t kMostMarked = 400;  // bytes

Excerpt ExcerptOf(std::string_view text, Span span) {
  std::size_t begin = span.begin, end = span.end;
  for (std::size_t n = 0; n < kContext && begin > 0; ++n) begin -= DecodeBefore(text, begin).size;
  for (std::size_t n = 0; n < kContext && end < text.size(); ++n) end += DecodeAt(text, end).size;
  std::string marked(span.In(text));
  if (marked.size() > kMostMarked) {
    std::size_t size = kMostMarked;
    while (!OnBoundary(marked, size)) --size;
    marked = marked.substr(0, size) + "…";
  }
  return {std::string(text.substr(begin, span.begin - begin)), std::move(marked),
          std::string(text.substr(span.end, end - span.end))};
}

// Where there is nothing to be seen on this side.
Excerpt Unmarked(Excerpt excerpt) {
  excerpt.before += excerpt.marked;
  excerpt.marked.clear();
  return excerpt;
}

std::string Described(const RowFacts& row) {
  std::string text;
  for (const auto& [name, value] : row.features)
    text += fmt::format("{}{}={}", text.empty() ? "" : " ", name, value);
  return text;
}

std::string NoteOf(const RowDifference& row) {
  if (!row.b) return fmt::format("− {} {}", row.layer, Described(*row.a));
  if (!row.a) return fmt::format("+ {} {}", row.layer, Described(*row.b));
  std::string text = row.layer + " ";
  std::string between;
  for (const FeatureDifference& feature : FeatureDifferences(row)) {
    text += fmt::format("{}{}: {} → {}", between, feature.name,
                        feature.a.empty() ? "(none)" : feature.a,
                        feature.b.empty() ? "(none)" : feature.b);
    between = ", ";
  }
  return text;
}

std::string NoteOf(const char* sign, const EditFacts& edit) {
  return fmt::format("{} {} {}: \"{}\" → \"{}\", confidence {}, source bytes {}..{}", sign,
                     edit.step, edit.rule, edit.removed, edit.inserted, edit.confidence,
                     edit.source.begin, edit.source.end);
}

}  // namespace

Places::Places(const DocumentFacts& a, const DocumentFacts& b, const DocumentDiff& diff)
    : a_(a), b_(b), diff_(diff) {
  for (const TextHunk& hunk : diff.text) reversed_.push_back({hunk.b, hunk.a});
}

Place Places::At(Span a, Span b, std::string what, std::string note) const {
  return {{a_.id, ExcerptOf(a_.text, a), ExcerptOf(b_.text, b), std::move(note)},
          std::move(what),
          a,
          b};
}

Place Places::First() const {
  if (!diff_.text.empty()) return Of(diff_.text.front());
  if (!diff_.rows.empty()) {
    const auto begin = [](const RowDifference& row) {
      return row.a ? row.a->span.begin : row.b->span.begin;
    };
    return Of(*std::min_element(
        diff_.rows.begin(), diff_.rows.end(),
        [&](const RowDifference& x, const RowDifference& y) { return begin(x) < begin(y); }));
  }
  if (!diff_.metadata.empty()) return Of(diff_.metadata.front());
  if (!diff_.edits_a.empty()) return OnlyInA(diff_.edits_a.front());
  if (!diff_.edits_b.empty()) return OnlyInB(diff_.edits_b.front());
  if (!diff_.edits_changed.empty()) return Of(diff_.edits_changed.front());
  Place place{{a_.id, {}, {}, {}}, "digest", {}, {}};
  const auto tell = [&](const std::vector<std::string>& layers, const char* side) {
    if (layers.empty()) return;
    place.what = "layer " + layers.front();
    place.example.note =
        fmt::format("the layer {} is there, empty, in {} only", layers.front(), side);
  };
  tell(diff_.layers_b, "B");
  tell(diff_.layers_a, "A");
  return place;
}

Place Places::Of(const TextHunk& hunk) const { return At(hunk.a, hunk.b, "text", {}); }

Place Places::Of(const RowDifference& row) const {
  const Span a = row.a ? row.a->span : TextMap(reversed_)(row.b->span);
  const Span b = row.b ? row.b->span : TextMap(diff_.text)(row.a->span);
  Place place = At(a, b, "layer " + row.layer, NoteOf(row));
  if (!row.a) place.example.a = Unmarked(std::move(place.example.a));
  if (!row.b) place.example.b = Unmarked(std::move(place.example.b));
  return place;
}

Place Places::Of(const MetadataDifference& metadata) const {
  return {{a_.id, {{}, metadata.a, {}}, {{}, metadata.b, {}}, metadata.key},
          "metadata " + metadata.key,
          {},
          {}};
}

Place Places::OnlyInA(const EditFacts& edit) const {
  return At(edit.now, TextMap(diff_.text)(edit.now), "edits", NoteOf("A:", edit));
}

Place Places::OnlyInB(const EditFacts& edit) const {
  return At(TextMap(reversed_)(edit.now), edit.now, "edits", NoteOf("B:", edit));
}

Place Places::Of(const std::pair<EditFacts, EditFacts>& changed) const {
  const auto& [a, b] = changed;
  return At(a.now, b.now, "edits",
            fmt::format("{} {}: confidence {} → {}", a.step, a.rule, a.confidence, b.confidence));
}

}  // namespace koppel::internal
