#include "html_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "html_tables.h"
#include "koppel/layers.h"
#include "koppel/report/html_text.h"
#include "marks.h"

namespace koppel {
namespace {

// Writes a stretch of text with the marks that cover it. Marks may overlap, so the text is cut at
// each border and every piece carries the classes of all marks over it.
class Painter {
 public:
  Painter(std::string_view text, const std::vector<Mark>& marks) : text_(text), marks_(marks) {}

  // Stretches must come in ascending order.
  void Paint(Span stretch, std::string& out) {
    std::uint32_t at = stretch.begin;
    for (;;) {
      PaintPoints(at, out);
      Admit(at);
      if (at >= stretch.end) break;
      const std::uint32_t end = NextBorder(at, stretch.end);
      PaintPiece({at, end}, out);
      at = end;
    }
  }

 private:
  void PaintPoints(std::uint32_t at, std::string& out) {
    for (; next_point_ < marks_.size() && marks_[next_point_].span.begin <= at; ++next_point_) {
      const Mark& mark = marks_[next_point_];
      if (!mark.span.empty()) continue;
      out += mark.label.empty() ? fmt::format("<i class=\"{} point\" title=\"{}\"></i>", mark.css,
                                              Html(mark.title))
                                : fmt::format("<small class=\"{}\" title=\"{}\">{}</small>",
                                              mark.css, Html(mark.title), Html(mark.label));
    }
  }

  void Admit(std::uint32_t at) {
    for (; next_ < marks_.size() && marks_[next_].span.begin <= at; ++next_) {
      if (!marks_[next_].span.empty()) active_.push_back(&marks_[next_]);
    }
    std::erase_if(active_, [at](const Mark* mark) { return mark->span.end <= at; });
  }

  std::uint32_t NextBorder(std::uint32_t at, std::uint32_t end) const {
    for (const Mark* mark : active_) end = std::min(end, mark->span.end);
    for (std::size_t i = next_; i < marks_.size() && marks_[i].span.begin < end; ++i) {
      if (marks_[i].span.begin > at) return marks_[i].span.begin;
    }
    return end;
  }

  void PaintPiece(Span piece, std::string& out) const {
    if (!active_.empty()) {
      out += "<span class=\"";
      for (const Mark* mark : active_) out += mark->css + " ";
      out += "\" title=\"";
      for (const Mark* mark : active_) out += Html(mark->title) + "&#10;";
      out += "\">";
    }
    AppendHtml(piece.In(text_), out);
    if (!active_.empty()) out += "</span>";
  }

  std::string_view text_;
  const std::vector<Mark>& marks_;
  std::vector<const Mark*> active_;
  std::size_t next_ = 0, next_point_ = 0;
};

std::vector<Span> Paragraphs(const Document& document) {
  std::vector<Span> spans;
  std::uint32_t end = 0;
  for (auto paragraph : document.layer<Paragraph>()) {
    if (paragraph.span().begin < end || paragraph.span().empty()) continue;
    spans.push_back(paragraph.span());
    end = spans.back().end;
  }
  if (spans.empty()) spans.push_back({0, static_cast<std::uint32_t>(document.text().size())});
  return spans;
}

// The innermost turn that covers a position, or -1. Turns ascend, so the last that began and has
// not ended is innermost.
int TurnAt(const Layer<Turn>& turns, std::uint32_t position) {
  constexpr std::uint32_t kLookBack = 16;
  const std::uint32_t after = turns.LowerBound(position + 1);
  for (std::uint32_t i = after; i > 0 && after - i < kLookBack; --i) {
    if (turns[i - 1].span().end > position) return static_cast<int>(i - 1);
  }
  return -1;
}

std::string_view TurnFeeling(const Document& document, Span turn) {
  for (auto row : document.layer<Sentiment>()) {
    if (row[Sentiment::scope] == Sentiment::Scope::kTurn && row.span() == turn) {
      return Sentiment::kLabels[static_cast<std::size_t>(row[Sentiment::label])];
    }
  }
  return {};
}

void AppendTurnHead(const Document& document, Row<Turn> turn, std::string& out) {
  const std::string_view kind = Turn::kKinds[static_cast<std::size_t>(turn[Turn::kind])];
  out += fmt::format("<section class=\"turn {}\"><h3><span class=\"kind\">{}", kind, kind);
  if (turn.Has(Turn::ordinal)) out += fmt::format(" {}", turn[Turn::ordinal]);
  out += "</span>";
  const std::string_view speaker = SpeakerName(document, turn[Turn::speaker].index);
  // An unsigned comment is called by its number, which is told already.
  const bool named = !speaker.empty() && !speaker.starts_with('#');
  if (named) out += fmt::format(" <b>{}</b>", Html(speaker));
  if (named && turn[Turn::inferred]) out += " <small>inferred</small>";
  const Refs<Entity> addressees = turn[Turn::addressees];
  for (std::size_t i = 0; i < addressees.size(); ++i) {
    out += fmt::format(" → {}", Html(SpeakerName(document, addressees[i].index)));
  }
  const std::string_view feeling = TurnFeeling(document, turn.span());
  if (!feeling.empty()) out += fmt::format(" <em class=\"label {}\">{}</em>", feeling, feeling);
  out += "</h3>\n";
}

bool IsHeading(const Document& document, Span paragraph) {
  for (auto region : document.layer<Region>()) {
    if (region[Region::kind] == Region::Kind::kHeading && region.span().Contains(paragraph))
      return true;
  }
  return false;
}

DocumentTotals Count(const Document& document) {
  DocumentTotals totals;
  for (auto artefact : document.layer<Artefact>())
    ++(artefact[Artefact::resolved] ? totals.repairs : totals.left_alone);
  for (auto quote : document.layer<Quote>())
    totals.quotes += quote[Quote::kind] != Quote::Kind::kNotSpeech;
  totals.turns = document.layer<Turn>().size();
  for (auto row : document.layer<Sentiment>()) {
    const auto label = row[Sentiment::label];
    totals.opinions += row[Sentiment::scope] == Sentiment::Scope::kSentence &&
                       label != Sentiment::Label::kNoEvidence &&
                       label != Sentiment::Label::kNeutral;
  }
  return totals;
}

void AppendBody(const Document& document, std::string& out) {
  const std::vector<Mark> marks = CollectMarks(document);
  Painter painter(document.text(), marks);
  const auto turns = document.layer<Turn>();
  int open = -1;
  for (const Span paragraph : Paragraphs(document)) {
    const int turn = TurnAt(turns, paragraph.begin);
    if (turn != open) {
      if (open >= 0) out += "</section>\n";
      if (turn >= 0) AppendTurnHead(document, turns[static_cast<std::uint32_t>(turn)], out);
      open = turn;
    }
    out += IsHeading(document, paragraph) ? "<p class=\"heading\">" : "<p>";
    painter.Paint(paragraph, out);
    out += "</p>\n";
  }
  if (open >= 0) out += "</section>\n";
}

}  // namespace

DocumentTotals AppendDocument(const Document& document, std::string& out) {
  const DocumentTotals totals = Count(document);
  out += fmt::format("<details class=\"doc\"><summary><b>{}</b>", Html(document.id()));
  if (!document.language().empty())
    out += fmt::format(" <small>{}</small>", Html(document.language()));
  const auto badge = [&out](std::uint64_t count, const char* css, const char* one,
                            const char* many) {
    if (count > 0)
      out += fmt::format(" <span class=\"badge {}\">{} {}</span>", css, count,
                         count == 1 ? one : many);
  };
  badge(totals.repairs, "b-fix", "repair", "repairs");
  badge(totals.left_alone, "b-open", "left for you", "left for you");
  badge(totals.turns, "b-turn", "turn", "turns");
  badge(totals.quotes, "b-quote", "quote", "quotes");
  badge(totals.opinions, "b-feeling", "opinion", "opinions");
  out += fmt::format("</summary>\n<p class=\"uri\">{}</p>\n", Html(document.source().uri));
  AppendBody(document, out);
  AppendSpeakers(document, out);
  AppendRepairs(document, out);
  out += "</details>\n";
  return totals;
}

}  // namespace koppel
