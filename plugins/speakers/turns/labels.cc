#include "turns/labels.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace koppel::speakers {

namespace {

constexpr std::size_t kLongestLabel = 14;  // words and marks
constexpr std::size_t kLongestWeak = 6;
constexpr int kFewestSure = 2;

struct Label {
  std::size_t first = 0, colon = 0;
  std::size_t line = 0;
  bool sure = false;
  std::optional<Name> name;
  std::string key;  // lower case
};

bool IsSentenceEnd(const Words& words, std::size_t i) {
  return words.IsMark(i, ".") || words.IsMark(i, "?") || words.IsMark(i, "!") ||
         words.IsMark(i, "…") || words.IsMark(i, ")") || words.IsMark(i, "]");
}

// The colon that ends a label, or 0: it stands against the label, and white space follows it.
std::size_t FindColon(const Words& words, std::size_t i, std::size_t longest) {
  const std::size_t end = std::min(i + longest + 1, words.size());
  for (std::size_t k = i; k < end; ++k) {
    if (k > i && words[k].blank_before) return 0;
    if (!words.IsMark(k, ":")) continue;
    const bool open =
        k + 1 == words.size() || words[k + 1].space_before || words.IsMark(k + 1, "(");
    return k > i && open && !words[k].space_before ? k : 0;
  }
  return 0;
}

// End of "(PvdO)" at `i`, or `i`.
std::size_t SkipParty(const Words& words, std::size_t i, std::size_t colon) {
  if (!words.IsMark(i, "(")) return i;
  std::size_t k = i;
  while (k < colon && !words.IsMark(k, ")")) ++k;
  return k < colon ? k + 1 : i;
}

class LabelReader {
 public:
  LabelReader(const Words& words, const std::vector<Line>& lines, std::size_t first,
              std::size_t last, const Lexicon& lexicon)
      : words_(words), lines_(lines), first_(first), last_(last), lexicon_(lexicon) {}

  std::vector<LabelledTurn> Read() {
    for (std::size_t k = first_; k < last_; ++k) ReadLine(k);
    Choose();
    for (std::size_t i = 0; i < labels_.size(); ++i) AddTurn(i);
    if (sure_ < kFewestSure) AssignRoles();
    return std::move(turns_);
  }

 private:
  void ReadLine(std::size_t k) {
    const Line& line = lines_[k];
    if (line.boilerplate || line.depth > 0) return;
    if (!AddLabel(k, line.first, true)) AddInside(k, line.first);
    for (std::size_t i = line.first + 1; i < line.last; ++i) {
      if (IsSentenceEnd(words_, i - 1) && words_[i].space_before) AddInside(k, i);
    }
  }

  void AddInside(std::size_t k, std::size_t i) {
    if (words_.IsCapital(i)) AddLabel(k, i, false);
  }

  bool AddLabel(std::size_t k, std::size_t i, bool line_start) {
    const std::size_t colon = FindColon(words_, i, kLongestLabel);
    if (colon == 0 || !(words_.IsCapital(i) || words_[i].kind == Word::Kind::kMark)) return false;
    Label label{i, colon, k, false, MatchName(words_, i, lexicon_), {}};
    if (IsAttendance(label)) return false;
    label.sure = IsSure(label);
    if (label.name && SkipParty(words_, label.name->last, colon) != colon) label.name.reset();
    if (!label.sure && (!line_start || !IsWeak(label))) return false;
    for (std::size_t w = i; w < colon; ++w) label.key.append(words_.Lower(w)).append(" ");
    // "De voorzitter:" at the start of a line needs no second one.
    sure_ += label.sure ? 1 : 0;
    if (line_start && colon > i + 1 && IsVoice(label)) sure_ += kFewestSure;
    labels_.push_back(std::move(label));
    return true;
  }

  bool IsSure(const Label& label) const {
    if (IsVoice(label)) return true;
    if (!label.name) return false;
    const std::size_t party = SkipParty(words_, label.name->last, label.colon);
    return party == label.colon && (label.name->titled || party > label.name->last);
  }

  bool IsVoice(const Label& label) const {
    const std::size_t voice = lexicon_.Match(List::kVoice, words_, label.first);
    return voice > 0 && SkipParty(words_, label.first + voice, label.colon) == label.colon;
  }

  // "Voorzitter: Arib" in the head of minutes: a name is all that follows.
  bool IsAttendance(const Label& label) const {
    const std::optional<Name> name = MatchName(words_, label.colon + 1, lexicon_);
    return name && name->last == lines_[label.line].last && !words_[label.colon + 1].line_start;
  }

  bool IsWeak(const Label& label) const {
    if (label.colon - label.first > kLongestWeak ||
        lexicon_.Match(List::kLabelStop, words_, label.first) > 0) {
      return false;
    }
    for (std::size_t i = label.first; i < label.colon; ++i) {
      const bool initial = words_.IsMark(i, ".") && words_.IsCapital(i - 1);
      if (words_[i].kind == Word::Kind::kMark && !initial) return false;
    }
    return true;
  }

  // Drops weak labels that do not come back, and all of them where only one does.
  void Choose() {
    std::unordered_map<std::string_view, int> count;
    for (const Label& label : labels_) ++count[label.key];
    int returning = 0;
    for (const auto& [key, n] : count) returning += n > 1 ? 1 : 0;
    const bool minutes = sure_ >= kFewestSure;
    const auto drop = [&](const Label& label) {
      if (label.sure && minutes) return false;
      return count.at(label.key) < 2 || (returning < 2 && !minutes);
    };
    const std::vector<Label> all = std::move(labels_);
    labels_.clear();
    std::copy_if(all.begin(), all.end(), std::back_inserter(labels_),
                 [&](const Label& label) { return !drop(label); });
  }

  void AddTurn(std::size_t i) {
    const Label& label = labels_[i];
    LabelledTurn turn;
    turn.kind = sure_ >= kFewestSure ? Turn::Kind::kMinutes : Turn::Kind::kAnswer;
    turn.first = label.first;
    turn.body = label.colon + 1;
    turn.label = words_.Cover(label.first, label.colon);
    turn.name = label.name;
    const std::size_t next = i + 1 < labels_.size() ? labels_[i + 1].first : lines_[last_ - 1].last;
    turn.last = End(label, next);
    turns_.push_back(turn);
    AddDirections(turn.last, next);
  }

  // First word that is not the turn's, at most `next`: of a boilerplate line, a stage direction, or
  // a narrating line.
  std::size_t End(const Label& label, std::size_t next) const {
    for (std::size_t k = label.line + 1; k < last_ && lines_[k].first < next; ++k) {
      const Line& line = lines_[k];
      if (line.first <= label.colon) continue;
      // The first line behind the label is speech, whatever it begins with.
      const bool narrates =
          line.first > label.colon + 1 && lexicon_.Match(List::kNarration, words_, line.first) > 0;
      if (line.boilerplate || line.heads_comments || IsDirection(line) || narrates)
        return line.first;
    }
    return next;
  }

  // "(Gelach.)", "[Geroezemoes.]" alone on a line.
  bool IsDirection(const Line& line) const {
    const bool opens = words_.IsMark(line.first, "(") || words_.IsMark(line.first, "[");
    std::size_t end = line.last;
    while (end > line.first && words_.IsMark(end - 1, ".")) --end;
    return opens && line.size() > 2 && (words_.IsMark(end - 1, ")") || words_.IsMark(end - 1, "]"));
  }

  void AddDirections(std::size_t from, std::size_t next) {
    const auto at =
        std::lower_bound(lines_.begin(), lines_.end(), from,
                         [](const Line& line, std::size_t word) { return line.first < word; });
    for (auto line = at; line != lines_.end() && line->first < next; ++line) {
      if (!IsDirection(*line)) continue;
      turns_.push_back({Turn::Kind::kStageDirection, line->first, line->last, line->first, {}, {}});
    }
  }

  // Of the labels of an interview, those ask whose turns end in a question mark more often than
  // not.
  void AssignRoles() {
    std::unordered_map<std::string, std::pair<int, int>> asked;  // by label: questions, turns
    const auto key = [&](const LabelledTurn& turn) {
      return std::string(turn.label.In(words_.text()));
    };
    for (const LabelledTurn& turn : turns_) {
      auto& [questions, all] = asked[key(turn)];
      questions += turn.last > turn.body && words_.IsMark(turn.last - 1, "?") ? 1 : 0;
      ++all;
    }
    for (LabelledTurn& turn : turns_) {
      if (turn.kind == Turn::Kind::kStageDirection) continue;
      const auto& [questions, all] = asked[key(turn)];
      const bool named = lexicon_.Match(List::kQuestion, words_, turn.first) > 0;
      const bool answers = lexicon_.Match(List::kAnswer, words_, turn.first) > 0;
      turn.kind =
          (named || 2 * questions > all) && !answers ? Turn::Kind::kQuestion : Turn::Kind::kAnswer;
    }
  }

  const Words& words_;
  const std::vector<Line>& lines_;
  const std::size_t first_, last_;
  const Lexicon& lexicon_;
  std::vector<Label> labels_;
  std::vector<LabelledTurn> turns_;
  int sure_ = 0;
};

}  // namespace

std::vector<LabelledTurn> FindLabelledTurns(const Words& words, const std::vector<Line>& lines,
                                            std::size_t first, std::size_t last,
                                            const Lexicon& lexicon) {
  if (first >= last) return {};
  return LabelReader(words, lines, first, last, lexicon).Read();
}

}  // namespace koppel::speakers
