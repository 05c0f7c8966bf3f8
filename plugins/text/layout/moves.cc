#include "layout/moves.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "lines/shape.h"
#include "lines/type_width.h"
#include "paragraphs/model.h"

namespace koppel::text {
namespace {

constexpr float kCertain = 0.95F;  // a word or clause is cut in two
constexpr float kLeast = 0.9F;     // of the paragraph model, to move anything

bool Flows(const TextLine& line) { return IsKept(line) && !StandsAside(line.role); }

// The lines that the text runs on in, as text.paragraphs will see them.
class Flow {
 public:
  Flow(std::string_view text, const std::vector<TextLine>& lines) : text_(text), lines_(lines) {
    std::vector<PrintedLine> printed;
    std::vector<Joint> joints;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const TextLine& line = lines[i];
      if (!Flows(line)) continue;
      if (!printed.empty()) joints.push_back(JointBefore(line));
      printed.push_back({line.span, line.indent, line.trailing, TypeWidth(line.span.In(text))});
      indexes_.push_back(i);
    }
    boundaries_ = FindParagraphEnds(text, printed, joints);
    SetEnds();
  }

  std::size_t size() const { return indexes_.size(); }
  std::size_t LineAt(std::size_t position) const { return indexes_[position]; }

  // How sure it is that the paragraph runs on behind the line at `position`; 0 if it does not.
  float RunsOn(std::size_t position) const {
    const Boundary& boundary = boundaries_[position];
    if (boundary.joint == Joint::kJoined) return 1;
    const TextLine& line = lines_[indexes_[position]];
    const TextLine& next = lines_[indexes_[position + 1]];
    if (line.role != next.role || boundary.joint == Joint::kBlankLine) return 0;
    const std::string_view rest = next.span.In(text_);
    if (Continues(line.span.In(text_), rest) && StartsLower(rest)) return kCertain;
    return !boundary.is_break && boundary.confidence >= kLeast ? boundary.confidence : 0;
  }

  // The first line, from that at `position` on, behind which a paragraph ends.
  std::size_t ParagraphEnd(std::size_t position) const { return indexes_[ends_[position]]; }

 private:
  void SetEnds() {
    ends_.resize(indexes_.size());
    for (std::size_t i = indexes_.size(); i-- > 0;) {
      const bool ends = i + 1 == indexes_.size() || (boundaries_[i].is_break && RunsOn(i) == 0);
      ends_[i] = ends ? i : ends_[i + 1];
    }
  }

  static Joint JointBefore(const TextLine& line) {
    if (line.drop_cap || line.item) return Joint::kJoined;
    return line.break_before ? Joint::kBlankLine : Joint::kLineBreak;
  }

  std::string_view text_;
  const std::vector<TextLine>& lines_;
  std::vector<std::size_t> indexes_;
  std::vector<Boundary> boundaries_;
  std::vector<std::size_t> ends_;  // for each position, that of its paragraph's last line
};

// What goes where: lines [begin, end) of what stands aside, behind line `target`.
struct Move {
  std::size_t begin = 0, end = 0, target = 0;
  float confidence = 0;
};

std::vector<Move> FindMoves(const Flow& flow, std::vector<TextLine>& lines, bool move) {
  std::vector<Move> moves;
  for (std::size_t i = 0; i + 1 < flow.size(); ++i) {
    const std::size_t begin = flow.LineAt(i) + 1, end = flow.LineAt(i + 1);
    const auto aside = [](const TextLine& line) { return StandsAside(line.role); };
    if (std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                     lines.begin() + static_cast<std::ptrdiff_t>(end), aside))
      continue;
    const float confidence = move ? flow.RunsOn(i) : 0;
    if (confidence > 0) {
      moves.push_back({begin, end, flow.ParagraphEnd(i + 1), confidence});
    } else {
      lines[end].break_before = true;
    }
  }
  return moves;
}

// The line as it stands at its new place, behind `target`.
TextLine Moved(TextLine line, const TextLine& target, float confidence) {
  line.moved = true;
  line.confidence *= confidence;
  line.woven = target.woven;
  line.page = target.page;
  return line;
}

}  // namespace

std::vector<TextLine> MoveAsides(std::string_view text, std::vector<TextLine> lines, bool move) {
  const auto aside = [](const TextLine& line) { return StandsAside(line.role); };
  if (std::none_of(lines.begin(), lines.end(), aside)) return lines;
  const Flow flow(text, lines);
  const std::vector<Move> moves = FindMoves(flow, lines, move);
  std::vector<TextLine> out;
  out.reserve(lines.size() * 2);
  auto leaving = moves.begin(), arriving = moves.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    out.push_back(lines[i]);
    while (leaving != moves.end() && leaving->end <= i) ++leaving;
    if (leaving != moves.end() && leaving->begin <= i && aside(lines[i])) {
      out.back().away = true;
      out.back().confidence *= leaving->confidence;
    }
    const bool arrives = arriving != moves.end() && arriving->target == i;
    for (; arriving != moves.end() && arriving->target == i; ++arriving) {
      for (std::size_t from = arriving->begin; from < arriving->end; ++from) {
        if (aside(lines[from])) out.push_back(Moved(lines[from], lines[i], arriving->confidence));
      }
    }
    if (!arrives) continue;
    const auto next =
        std::find_if(lines.begin() + static_cast<std::ptrdiff_t>(i) + 1, lines.end(), Flows);
    if (next != lines.end()) next->break_before = true;
  }
  return out;
}

}  // namespace koppel::text
