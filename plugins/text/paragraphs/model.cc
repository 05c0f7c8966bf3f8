#include "paragraphs/model.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "koppel/utf8.h"
#include "lines/characters.h"
#include "lines/scan.h"
#include "lines/shape.h"
#include "lines/type_width.h"
#include "paragraphs/measure.h"

namespace koppel::text {
namespace {

constexpr std::size_t kEnds = 5;  // values of LineEnd
constexpr float kSpace = 0.333F;  // ems

std::size_t Index(LineEnd end) { return static_cast<std::size_t>(end); }

// How much of the line's measure would have been left over with the next word on it, as a part of
// the measure.
struct Fit {
  float word = 0;      // with the whole word
  float fragment = 0;  // with the least of it that hyphenation could have put there
};

Fit FitOf(std::string_view next, float width, float measure) {
  const std::string_view word = next.substr(0, next.find(' '));
  constexpr std::size_t kShortestBroken = 6;  // letters
  std::size_t letters = 0, third = 0;
  for (std::size_t at = 0; at < word.size() && letters < kShortestBroken; ++letters) {
    const Character c = CharacterAt(word, at);
    if (c.code < 0x80 ? !IsAsciiLetter(word[at]) : !IsLetter(c.code)) break;
    at += c.size;
    if (letters == 2) third = at;
  }
  const float needed = kSpace + TypeWidth(word);
  const float least =
      letters >= kShortestBroken ? kSpace + TypeWidth(word.substr(0, third)) + kSpace : needed;
  const float room = measure - width;
  return {(room - needed) / measure, (room - least) / measure};
}

// How often each kind of line end closes a paragraph in this text, against how often it stands
// inside one.
class EndHabits {
 public:
  void AddClearBreak(LineEnd end) { ++breaks_[Index(end)]; }

  // Counts what words inside the line end in.
  void AddLine(std::string_view line) {
    others_.clear();
    inside_[Index(LineEnd::kOther)] += CountPlainWordEnds(line, others_);
    for (const std::uint32_t space : others_) {
      const std::string_view tail = line.substr(0, space);
      // Punctuation is a few bytes long: no need to look at all that stands before.
      const LineEnd end = EndOf(tail.substr(tail.size() - std::min<std::size_t>(tail.size(), 8)));
      // "enz. en": an abbreviation's full stop ends no sentence.
      if (end == LineEnd::kSentence && !StartsUpper(line.substr(space + 1, 16))) continue;
      ++inside_[Index(end)];
    }
  }

  // Prior log-odds that a line which ends so ends a paragraph.
  float Prior(LineEnd end) const {
    // Pseudo-counts: what is known of texts at large before this one is seen.
    static constexpr std::array<std::array<float, 2>, kEnds> kAtLarge = {
        {{0.2F, 20}, {0.2F, 2}, {1, 1}, {1, 1}, {1, 1}}};
    const auto& at_large = kAtLarge[Index(end)];
    const float breaks = static_cast<float>(breaks_[Index(end)]) + at_large[0];
    const float inside = static_cast<float>(inside_[Index(end)]) + at_large[1];
    return std::clamp(std::log(breaks / inside), -5.0F, 2.0F);
  }

 private:
  std::array<std::uint32_t, kEnds> breaks_{}, inside_{};
  std::vector<std::uint32_t> others_;  // spaces of the line at hand
};

class Model {
 public:
  Model(std::string_view text, const std::vector<PrintedLine>& lines)
      : text_(text), lines_(lines), measure_(text, lines) {
    if (broken_to_width()) Learn();
  }

  bool broken_to_width() const { return measure_.known(); }

  // Where no width is known: whether the sentence that line `i` breaks off goes on behind it.
  bool RunsOn(std::size_t i) const {
    return measure_.IsLong(lines_[i].width) && Continues(Line(i), Line(i + 1)) &&
           ListMark(Line(i + 1)) == 0;
  }

  // Log-odds of a paragraph end behind line `i`. `starts`: a paragraph begins with this line.
  float Score(std::size_t i, bool starts) const {
    const std::string_view line = Line(i), next = Line(i + 1);
    const LineEnd end = EndOf(line);
    const Fit fit = fits_[i];
    // Weights: logistic regression on half of 314 typeset documents in three languages and two
    // widths, rounded. That the prior comes out with weight 1 is as it should be.
    float score = 3 + habits_.Prior(end);
    score += 22 * std::clamp(fit.fragment, -0.08F, 0.12F) + 13 * std::clamp(fit.word, -0.1F, 0.4F);
    score += 7 * std::clamp(fit.fragment - 0.12F, 0.0F, 0.3F);
    score += end == LineEnd::kColon       ? 2.0F
             : end == LineEnd::kSemicolon ? 1.3F
             : end == LineEnd::kComma     ? 1.2F
                                          : 0;
    if (EndsInHyphen(line)) score -= 3.5F;
    if (StartsLower(next)) score -= 1.4F;
    if (ListMark(next) > 0) score += 2.5F;
    if (starts) score -= 1;
    const bool heading =
        starts && end == LineEnd::kOther && StartsUpper(line) && !StartsLower(next);
    if (heading) score += 1.4F;
    // A title in large type is broken long before the measure.
    if (i == 0 && end == LineEnd::kOther && StartsLower(next)) score -= 9;
    return score + IndentEvidence(i, starts) + TrailingEvidence(i);
  }

 private:
  std::string_view Line(std::size_t i) const { return lines_[i].span.In(text_); }
  Fit FitAt(std::size_t i) const {
    const float measure = measure_.At(i);
    return FitOf(Line(i + 1), LastWidth(lines_[i].width, measure), measure);
  }

  void Learn() {
    std::size_t indented = 0, trailing = 0;
    fits_.reserve(lines_.size() - 1);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      habits_.AddLine(Line(i));
      indented += IsIndented(i);
      trailing += lines_[i].trailing > 1;
      if (i + 1 == lines_.size()) break;
      fits_.push_back(FitAt(i));
      constexpr float kClear = 0.05F;
      if (fits_[i].fragment > kClear) habits_.AddClearBreak(EndOf(Line(i)));
    }
    // Marks of a paragraph only where they are neither absent nor everywhere.
    const auto tells = [this](std::size_t count) {
      return count >= 3 && count * 2 <= lines_.size();
    };
    indents_tell_ = tells(indented);
    trailing_tells_ = trailing * 4 <= lines_.size();
  }

  // A first-line indent is one to eight columns deep; what is deeper is centred or a table.
  bool IsIndented(std::size_t i) const { return lines_[i].indent >= 1 && lines_[i].indent <= 8; }

  // `starts`: a paragraph begins with line `i`.
  float IndentEvidence(std::size_t i, bool starts) const {
    if (!indents_tell_) return 0;
    if (!IsIndented(i + 1)) return -2;
    if (IsIndented(i)) return starts ? 1.0F : -2.0F;  // a paragraph of one line, or an inset
    return HangsBehind(i) ? 0.0F : 5.0F;
  }

  // Whether line `i` is the first of an item whose other lines begin behind its mark.
  bool HangsBehind(std::size_t i) const {
    return ListMark(Line(i)) > 0 &&
           (i + 2 == lines_.size() || lines_[i + 2].indent == lines_[i + 1].indent);
  }

  // Some editors end paragraphs with the spaces that they would have broken the line at.
  float TrailingEvidence(std::size_t i) const {
    return trailing_tells_ && lines_[i].trailing > 1 ? 4.0F : 0;
  }

  std::string_view text_;
  const std::vector<PrintedLine>& lines_;
  Measure measure_;
  std::vector<Fit> fits_;  // of each line but the last
  EndHabits habits_;
  bool indents_tell_ = false;
  bool trailing_tells_ = false;
};

Joint JointOf(std::string_view between) {
  const std::size_t first = between.find('\n');
  if (first == std::string_view::npos) return Joint::kJoined;
  return between.find('\n', first + 1) == std::string_view::npos ? Joint::kLineBreak
                                                                 : Joint::kBlankLine;
}

float Confidence(float log_odds) { return 1 / (1 + std::exp(-std::fabs(log_odds))); }

// `starts`: a paragraph begins with line `i`.
void Decide(const Model& model, std::size_t i, bool starts, Boundary& boundary) {
  constexpr float kRunsOn = 0.9F;
  if (model.broken_to_width()) {
    const float score = model.Score(i, starts);
    boundary.is_break = score > 0;
    boundary.confidence = Confidence(score);
  } else if (model.RunsOn(i)) {
    boundary.is_break = false;
    boundary.confidence = kRunsOn;
  }
}

}  // namespace

std::vector<Boundary> FindParagraphEnds(std::string_view text,
                                        const std::vector<PrintedLine>& lines) {
  std::vector<Joint> joints;
  joints.reserve(lines.size());
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    joints.push_back(JointOf(Span{lines[i].span.end, lines[i + 1].span.begin}.In(text)));
  return FindParagraphEnds(text, lines, joints);
}

std::vector<Boundary> FindParagraphEnds(std::string_view text,
                                        const std::vector<PrintedLine>& lines,
                                        const std::vector<Joint>& joints) {
  std::vector<Boundary> boundaries(joints.size());
  bool open = false;
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    boundaries[i].joint = joints[i];
    boundaries[i].is_break = joints[i] != Joint::kJoined;
    open |= joints[i] == Joint::kLineBreak;
  }
  if (!open) return boundaries;
  const Model model(text, lines);
  bool starts = true;
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    if (boundaries[i].joint == Joint::kLineBreak) Decide(model, i, starts, boundaries[i]);
    starts = boundaries[i].is_break;
  }
  return boundaries;
}

}  // namespace koppel::text
