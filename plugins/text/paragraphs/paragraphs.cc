#include "paragraphs/paragraphs.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "lines/layer.h"
#include "lines/lines.h"
#include "lines/scan.h"
#include "lines/shape.h"
#include "lines/type_width.h"
#include "paragraphs/kind.h"
#include "paragraphs/model.h"
#include "paragraphs/quoted.h"

namespace koppel::text {
namespace {

constexpr double kKindConfidence = 0.8;

std::vector<PrintedLine> LinesOfLayer(const Layer<Line>& layer) {
  std::vector<PrintedLine> lines;
  lines.reserve(layer.size());
  std::uint32_t end = 0;
  for (const auto line : layer) {
    // A repair across a line end may have given both lines the same bytes: the first keeps them.
    const Span span{std::max(line.span().begin, end), std::max(line.span().end, end)};
    if (span.empty()) continue;
    end = span.end;
    lines.push_back({span, static_cast<std::uint32_t>(line[Line::indent]),
                     static_cast<std::uint32_t>(line[Line::trailing]),
                     static_cast<float>(line[Line::width])});
  }
  return lines;
}

std::vector<PrintedLine> LinesOfText(std::string_view text) {
  std::vector<PrintedLine> lines;
  for (const TextLine& line : SplitLines(text)) {
    lines.push_back({line.span, line.indent, line.trailing, TypeWidth(line.span.In(text))});
  }
  return lines;
}

// Makes `span` read `wanted`, if it is nothing but white space now.
void SetSpace(std::string_view text, Span span, std::string_view wanted, std::string_view rule,
              double confidence, Edits& edits) {
  const std::string_view now = span.In(text);
  if (now == wanted || now.find_first_not_of(" \t\r\n\f\v") != std::string_view::npos) return;
  edits.Replace(span, wanted, rule, confidence);
}

// Doubled spaces and tabs inside a line.
void CollapseSpaces(std::string_view text, Span line, Edits& edits) {
  for (std::uint32_t begin = line.begin;;) {
    const std::size_t found = FindWideSpace(Span{begin, line.end}.In(text));
    if (found == std::string_view::npos) return;
    begin += static_cast<std::uint32_t>(found);
    const std::size_t end = std::min<std::size_t>(text.find_first_not_of(" \t", begin), line.end);
    // A space before a tab belongs to the stretch.
    while (begin > line.begin && text[begin - 1] == ' ') --begin;
    edits.Replace({begin, static_cast<std::uint32_t>(end)}, " ", "inner_space");
    begin = static_cast<std::uint32_t>(end);
  }
}

bool IsPart(Region::Kind kind) {
  return kind == Region::Kind::kPullQuote || kind == Region::Kind::kFootnote ||
         kind == Region::Kind::kHeading || kind == Region::Kind::kCaption;
}

// What text.layout or the reader has told to be no running text, in ascending order.
std::vector<Span> Parts(const Document& document) {
  std::vector<Span> parts;
  for (const auto region : document.layer<Region>()) {
    const bool behind = parts.empty() || parts.back().end <= region.span().begin;
    if (IsPart(region[Region::kind]) && !region.span().empty() && behind)
      parts.push_back(region.span());
  }
  return parts;
}

// Stretches of lines that a reader knows to be one paragraph, in ascending order.
std::vector<Span> LinedParagraphs(const Document& document) {
  std::vector<Span> paragraphs;
  for (const auto region : document.layer<Region>()) {
    if (region[Region::rule] == "br" && !region.span().empty()) paragraphs.push_back(region.span());
  }
  return paragraphs;
}

// Joins the lines of each part to a paragraph. With `keep_lines` those that would have been
// paragraphs stay lines in it.
void JoinParts(const std::vector<PrintedLine>& lines, const std::vector<Span>& parts,
               bool keep_lines, std::vector<Boundary>& boundaries) {
  auto part = parts.begin();
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    while (part != parts.end() && part->end <= lines[i].span.begin) ++part;
    if (part == parts.end()) return;
    const bool inside = part->Contains(lines[i].span) && part->Contains(lines[i + 1].span);
    if (!inside || boundaries[i].joint != Joint::kLineBreak) continue;
    boundaries[i].keeps_line = keep_lines && boundaries[i].is_break;
    boundaries[i].is_break = false;
    boundaries[i].confidence = 1;
  }
}

void EditSpaces(std::string_view text, const std::vector<PrintedLine>& lines,
                const std::vector<Boundary>& boundaries,
                const std::vector<std::uint32_t>& quote_marks, Edits& edits) {
  if (lines.empty()) return;
  SetSpace(text, {0, lines.front().span.begin}, "", "edge", 1, edits);
  const bool wide = FindWideSpace(text) != std::string_view::npos;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (wide) CollapseSpaces(text, lines[i].span, edits);
    if (i == boundaries.size()) break;
    if (boundaries[i].joint == Joint::kJoined || boundaries[i].keeps_line) continue;
    const bool is_break = boundaries[i].is_break;
    if (!is_break && quote_marks[i + 1] > 0) {
      edits.Replace({lines[i].span.end, lines[i + 1].span.begin + quote_marks[i + 1]}, " ",
                    "quote_join", boundaries[i].confidence);
      continue;
    }
    SetSpace(text, {lines[i].span.end, lines[i + 1].span.begin}, is_break ? "\n\n" : " ",
             is_break ? "break" : "join", boundaries[i].confidence, edits);
  }
  SetSpace(text, {lines.back().span.end, static_cast<std::uint32_t>(text.size())}, "", "edge", 1,
           edits);
}

struct ParagraphSpan {
  Span span;
  std::size_t lines = 0;
};

std::vector<ParagraphSpan> Group(const std::vector<PrintedLine>& lines,
                                 const std::vector<Boundary>& boundaries) {
  std::vector<ParagraphSpan> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i == 0 || boundaries[i - 1].is_break) paragraphs.push_back({lines[i].span});
    paragraphs.back().span.end = lines[i].span.end;
    ++paragraphs.back().lines;
  }
  return paragraphs;
}

std::vector<ParagraphKind> KindsOf(std::string_view text,
                                   const std::vector<ParagraphSpan>& paragraphs) {
  std::vector<ParagraphKind> kinds(paragraphs.size());
  ParagraphShape next;
  // From the end: a heading may stand over another heading.
  for (std::size_t i = paragraphs.size(); i-- > 0;) {
    const ParagraphShape shape = ShapeOf(paragraphs[i].span.In(text), paragraphs[i].lines);
    const bool next_is_heading = i + 1 < kinds.size() && kinds[i + 1] == ParagraphKind::kHeading;
    kinds[i] = shape.kind;
    if (shape.kind == ParagraphKind::kHeading && !IsHeading(shape, next, next_is_heading)) {
      kinds[i] = ParagraphKind::kBody;
    }
    next = shape;
  }
  return kinds;
}

std::pair<Region::Kind, std::string_view> RegionOf(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::kHeading:
      return {Region::Kind::kHeading, "heading_shape"};
    case ParagraphKind::kListItem:
      return {Region::Kind::kList, "list_mark"};
    case ParagraphKind::kCaption:
      return {Region::Kind::kCaption, "caption_label"};
    case ParagraphKind::kBody:
      break;
  }
  return {Region::Kind::kBody, ""};
}

void Annotate(const std::vector<ParagraphSpan>& paragraphs, const std::vector<ParagraphKind>& kinds,
              const std::vector<Span>& parts, Document& document) {
  const auto is_part = [&](Span span) {
    const auto part = std::lower_bound(
        parts.begin(), parts.end(), span.begin,
        [](const Span& other, std::uint32_t begin) { return other.begin < begin; });
    return part != parts.end() && part->begin == span.begin;
  };
  if (!paragraphs.empty())
    document.layer<Paragraph>().Reserve(static_cast<std::uint32_t>(paragraphs.size()));
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const Span span = paragraphs[i].span;
    document.layer<Paragraph>().Add(span);
    if (kinds[i] == ParagraphKind::kBody || is_part(span)) continue;
    const auto& [kind, rule] = RegionOf(kinds[i]);
    document.layer<Region>()
        .Add(span)
        .Set(Region::kind, kind)
        .Set(Region::rule, rule)
        .Set(Region::confidence, kKindConfidence);
  }
}

}  // namespace

Status Paragraphs::Process(Document& document, Context& context) {
  const std::string_view text = document.text();
  const auto layer = document.layer<Line>();
  const std::vector<PrintedLine> lines = layer.empty() ? LinesOfText(text) : LinesOfLayer(layer);
  const std::vector<Span> parts = Parts(document);
  std::vector<Boundary> boundaries = FindParagraphEnds(text, lines);
  JoinParts(lines, parts, false, boundaries);
  JoinParts(lines, LinedParagraphs(document), true, boundaries);
  const std::vector<std::uint32_t> quote_marks = QuoteMarks(text, lines);
  JoinQuotes(text, lines, quote_marks, boundaries);
  const std::vector<ParagraphSpan> paragraphs = Group(lines, boundaries);
  Annotate(paragraphs, KindsOf(text, paragraphs), parts, document);
  Edits edits;
  EditSpaces(text, lines, boundaries, quote_marks, edits);
  return document.Apply(edits, context.step());
}

}  // namespace koppel::text
