#include "layout/analysis.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "layout/columns.h"
#include "layout/drop_caps.h"
#include "layout/footnotes.h"
#include "layout/furniture.h"
#include "layout/marks.h"
#include "layout/moves.h"
#include "layout/note_references.h"
#include "layout/print_roles.h"
#include "layout/spacing.h"
#include "lines/type_width.h"

namespace koppel::text {
namespace {

constexpr double kColumnsConfidence = 0.9;
constexpr double kEndMarkConfidence = 0.8;
constexpr double kDropCapConfidence = 0.85;

// Turns the lines in reading order into edits, from the beginning of the text to its end.
class Writer {
 public:
  Writer(std::string_view text, bool end_marks) : text_(text), end_marks_(end_marks) {}

  LayoutAnalysis Write(const std::vector<TextLine>& lines) && {
    layout_.lines.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size();) {
      std::size_t end = i + 1;
      if (lines[i].woven) {
        while (end < lines.size() && lines[end].woven && lines[end].page == lines[i].page) ++end;
        WriteWoven(lines, i, end);
      } else {
        WriteLine(lines[i]);
      }
      i = end;
    }
    WriteGap(static_cast<std::uint32_t>(text_.size()), "");
    return std::move(layout_);
  }

 private:
  std::string_view Separator(const TextLine& line) const {
    if (layout_.lines.empty() || line.drop_cap) return "";
    if (line.item) return " ";
    return line.break_before ? "\n\n" : "\n";
  }

  // Replaces what stands between the last line and `begin`, under a rule if one is given.
  void WriteGap(std::uint32_t begin, std::string_view separator, std::string_view rule = "") {
    if (rule.empty()) rule = separator.size() > 1 ? "paragraph_gap" : "line_gap";
    if (Span{copied_, begin}.In(text_) != separator)
      layout_.edits.Replace({copied_, begin}, separator, rule);
    written_ += static_cast<std::uint32_t>(separator.size());
    copied_ = begin;
  }

  void WriteLine(const TextLine& line) {
    if (line.moved) return WriteMoved(line);
    if (line.away) {
      // With the white space before it: undone, it is where it was.
      layout_.edits.Delete({copied_, line.span.end}, MoveRuleOf(line.role), line.confidence);
      copied_ = line.span.end;
      return;
    }
    if (!IsKept(line)) {
      Remove(line.span, line.role, line.confidence);
      return;
    }
    if (line.drop_cap) {
      layout_.edits.Delete({copied_, line.span.begin}, kDropCapRule, kDropCapConfidence);
      copied_ = line.span.begin;
    }
    const std::string_view rule = line.item ? kBulletRule : line.spaced_out ? kSpacingRule : "";
    WriteGap(line.span.begin, Separator(line), rule);
    const std::string_view content = line.span.In(text_);
    const auto size = static_cast<std::uint32_t>(end_marks_ ? EndMark(content) : content.size());
    AddLine(line, content.substr(0, size));
    copied_ = line.span.begin + size;
    if (size < content.size()) {
      Remove({copied_, line.span.end}, LineRole::kStrayMark,
             static_cast<float>(kEndMarkConfidence));
    }
  }

  // Writes a line behind the text that was copied last.
  void WriteMoved(const TextLine& line) {
    const std::string_view content = line.span.In(text_);
    const std::string_view separator = Separator(line);
    const std::string_view rule = MoveRuleOf(line.role);
    layout_.edits.Insert(copied_, std::string(separator).append(content), rule, line.confidence);
    written_ += static_cast<std::uint32_t>(separator.size());
    AddLine(line, content);
  }

  // Takes a stretch out with the white space before it, as one edit: undone, it is a line again. At
  // the beginning of the text the white space behind it goes along.
  void Remove(Span span, LineRole role, float confidence) {
    layout_.removed.push_back({span, role, confidence});
    const std::uint32_t end = layout_.lines.empty() ? SpaceEnd(span.end) : span.end;
    layout_.edits.Delete({copied_, end}, RuleOf(role), confidence);
    copied_ = end;
  }

  std::uint32_t SpaceEnd(std::uint32_t begin) const {
    const std::size_t end = text_.find_first_not_of(" \t\r\n\f", begin);
    return static_cast<std::uint32_t>(std::min(end, text_.size()));
  }

  void AddLine(const TextLine& line, std::string_view content) {
    const Span span{written_, written_ + static_cast<std::uint32_t>(content.size())};
    written_ = span.end;
    if (line.item) return AddToMark(line, span, TypeWidth(content));
    layout_.lines.push_back({span, line.indent, line.trailing, TypeWidth(content)});
    if (line.moved) layout_.moved.push_back({line.span, span, line.role, line.confidence});
    if (!IsSetApart(line.role)) return;
    if (line.begins_part || layout_.parts.empty()) {
      layout_.parts.push_back({span, line.role, line.confidence, line.given && !line.moved});
    } else {
      layout_.parts.back().span.end = span.end;
    }
  }

  // An item is one line with its mark.
  void AddToMark(const TextLine& line, Span span, float width) {
    LaidLine& mark = layout_.lines.back();
    mark.span.end = span.end;
    mark.trailing = line.trailing;
    mark.width += TypeWidth(" ") + width;
  }

  // Rows that two columns share are replaced as a whole: the ledger knows no moves.
  void WriteWoven(const std::vector<TextLine>& lines, std::size_t begin, std::size_t end) {
    Span rows = lines[begin].span;
    for (std::size_t i = begin; i < end; ++i) {
      if (lines[i].moved) continue;
      rows = {std::min(rows.begin, lines[i].span.begin), std::max(rows.end, lines[i].span.end)};
    }
    WriteGap(rows.begin, Separator(lines[begin]));
    std::string columns;
    for (std::size_t i = begin; i < end; ++i) {
      if (lines[i].away) continue;
      if (i > begin) {
        columns += Separator(lines[i]);
        written_ += static_cast<std::uint32_t>(Separator(lines[i]).size());
      }
      columns += lines[i].span.In(text_);
      AddLine(lines[i], lines[i].span.In(text_));
    }
    layout_.edits.Replace(rows, columns, kColumnsRule, kColumnsConfidence);
    copied_ = rows.end;
  }

  std::string_view text_;
  bool end_marks_;
  LayoutAnalysis layout_;
  std::uint32_t copied_ = 0;   // up to here the old text is dealt with
  std::uint32_t written_ = 0;  // size of the new text so far
};

std::vector<PageSpan> PageSpans(const std::vector<TextLine>& lines) {
  std::vector<PageSpan> pages;
  if (lines.empty() || lines.back().page == 0) return pages;
  for (const TextLine& line : lines) {
    if (pages.empty() || pages.back().number != line.page + 1)
      pages.push_back({line.span, line.page + 1});
    pages.back().span.end = line.span.end;
  }
  return pages;
}

void MarkGiven(std::span<const GivenLine> given, std::vector<TextLine>& lines) {
  auto line = lines.begin();
  for (const GivenLine& role : given) {
    while (line != lines.end() && line->span.begin < role.span.begin) ++line;
    for (bool first = true; line != lines.end() && line->span.end <= role.span.end; ++line) {
      line->role = role.role;
      line->confidence = role.confidence;
      line->given = true;
      line->begins_part = std::exchange(first, false);
    }
  }
}

// From each line that another with such a gap before it follows.
std::vector<Span> SpacedOut(const std::vector<TextLine>& lines) {
  std::vector<Span> stretches;
  const TextLine* before = nullptr;
  for (const TextLine& line : lines) {
    if (!IsKept(line)) continue;
    const bool goes_on = !stretches.empty() && before != nullptr && before->spaced_out;
    if (line.spaced_out && !line.woven && before != nullptr) {
      if (!goes_on) stretches.push_back(before->span);
      stretches.back().end = line.span.end;
    }
    before = &line;
  }
  return stretches;
}

void MarkApart(std::string_view text, const Print& print, std::vector<TextLine>& lines) {
  if (print.words.empty()) return;
  const std::vector<LineOnPage> places = LinesOnPage(print, lines);
  IndentByPlace(places, lines);
  MarkByPrint(text, print, places, lines);
}

}  // namespace

LayoutAnalysis AnalyseLayout(std::string_view text, const LayoutOptions& options,
                             std::span<const GivenLine> given, const Print& print) {
  std::vector<TextLine> lines = SplitLines(text);
  std::vector<PageSpan> pages = PageSpans(lines);
  MarkGiven(given, lines);
  if (options.furniture) MarkFurniture(text, lines);
  if (options.marks) MarkApart(text, print, lines);
  if (options.columns) lines = SeparateColumns(text, std::move(lines));
  if (options.marks) {
    MarkListMarks(text, lines);
    MarkStrayMarks(text, lines);
    MarkPullQuotes(text, lines);
    MarkCaptions(text, lines);
    MarkFootnotes(text, print.words.empty(), lines);
    MarkDropCaps(text, lines);
  }
  MarkBreaks(text, lines);
  std::vector<Span> spaced_out = SpacedOut(lines);
  std::vector<Span> references;
  if (options.marks) references = NoteReferences(text, lines);
  lines = MoveAsides(text, std::move(lines), options.moves);
  LayoutAnalysis layout = Writer(text, options.marks).Write(lines);
  layout.pages = std::move(pages);
  layout.references = std::move(references);
  layout.spaced_out = std::move(spaced_out);
  return layout;
}

std::string_view RuleOf(LineRole role) {
  switch (role) {
    case LineRole::kBody:
      return "body";
    case LineRole::kHeader:
      return "header";
    case LineRole::kFooter:
      return "footer";
    case LineRole::kPageNumber:
      return "page_number";
    case LineRole::kPullQuote:
      return "pull_quote";
    case LineRole::kStrayMark:
      return "stray_mark";
    case LineRole::kFootnote:
      return "footnote";
    case LineRole::kHeading:
      return "heading";
    case LineRole::kCaption:
      return "caption";
  }
  return {};
}

std::string_view MoveRuleOf(LineRole role) {
  switch (role) {
    case LineRole::kPullQuote:
      return "pull_quote_moved";
    case LineRole::kFootnote:
      return "footnote_moved";
    case LineRole::kCaption:
      return "caption_moved";
    default:
      return {};
  }
}

}  // namespace koppel::text
