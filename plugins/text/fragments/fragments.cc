#include "fragments/fragments.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <vector>

#include "fragments/match.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr std::string_view kRule = "fragment";
constexpr std::size_t kShown = 60;  // bytes of the other place that an artefact names

double Probability(double margin) { return 1 / (1 + std::exp(-margin)); }

bool IsLeftAlone(Row<Artefact> row) {
  return row[Artefact::kind] == "hyphen" && row[Artefact::decision] == "abstain" &&
         !row[Artefact::left].empty();
}

LeftHalf HalfOf(Row<Artefact> row, std::string_view text) {
  const std::uint32_t begin = row.span().begin;
  const auto hyphen = begin + static_cast<std::uint32_t>(row[Artefact::left].size());
  const std::uint32_t size = CharacterAt(text, hyphen).size;
  return {{begin, hyphen}, {hyphen, hyphen + size}, WordBefore(text, begin)};
}

// The text on one line, as it is put behind the left half.
std::string OneLine(std::string_view block) {
  std::string line;
  for (const char c : block) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!space) line.push_back(c);
    if (space && !line.empty() && line.back() != ' ') line.push_back(' ');
  }
  return line;
}

std::string_view Shown(std::string_view text, Span span) {
  std::size_t size = std::min<std::size_t>(span.size(), kShown);
  while (!OnBoundary(text, span.begin + size)) --size;
  return text.substr(span.begin, size);
}

void Flag(const LeftHalf& left, Span right, Span shown, double confidence, Document& document) {
  const std::string word(left.word.In(document.text()));
  const std::string rest(Shown(document.text(), shown));
  for (const Span place : {Span{left.word.begin, left.hyphen.end}, right}) {
    document.layer<Artefact>()
        .Add(place)
        .Set(Artefact::kind, kRule)
        .Set(Artefact::left, word)
        .Set(Artefact::right, rest)
        .Set(Artefact::decision, "abstain")
        .Set(Artefact::rule, kRule)
        .Set(Artefact::confidence, confidence)
        .Set(Artefact::resolved, false);
  }
}

// Moves blocks behind left halves, as long as they do not get into each other's way.
class Mover {
 public:
  Mover(std::string_view text, Edits& edits) : text_(text), edits_(edits) {}

  bool Move(const LeftHalf& left, Span block, double confidence) {
    const Span here{left.word.begin, left.hyphen.end};
    if (block.empty() || block.Overlaps(here) || IsTaken(here) || IsTaken(block)) return false;
    edits_.Replace(left.hyphen, OneLine(block.In(text_)), kRule, confidence);
    edits_.Delete(block, kRule, confidence);
    taken_.emplace(here.begin, here.end);
    taken_.emplace(block.begin, block.end);
    return true;
  }

 private:
  bool IsTaken(Span span) const {
    const auto behind = taken_.lower_bound(span.end);
    return behind != taken_.begin() && std::prev(behind)->second > span.begin;
  }

  std::string_view text_;
  Edits& edits_;
  std::map<std::uint32_t, std::uint32_t> taken_;  // begin → end; they do not overlap
};

}  // namespace

void WordsAndPairs::AddText(std::string_view text) {
  words.AddText(text);
  pairs.AddText(text);
}

void WordsAndPairs::Merge(const WordsAndPairs& other) {
  words.Merge(other.words);
  pairs.Merge(other.pairs);
}

void WordsAndPairs::Save(std::string& out) const {
  words.Save(out);
  pairs.Save(out);
}

void WordsAndPairs::Load(ByteReader& bytes) {
  words.Load(bytes);
  pairs.Load(bytes);
}

void Fragments::Declare(ParamSpec<Params>& spec) {
  spec.Field(DocumentLanguages::kParam, &Params::language, DocumentLanguages::kHelp);
  spec.Field("margin", &Params::margin,
             "Move a continuation that is better than the next best one by this much (log-odds); "
             "flag it otherwise.")
      .AtLeast(0);
}

Status Fragments::Open(Setup& setup) { return languages_.Open(setup, params_.language); }

Status Fragments::Process(Document& document, Context& context) {
  std::vector<LeftHalf> lefts;
  std::vector<Row<Artefact>> rows;
  for (const auto row : document.layer<Artefact>()) {
    if (!IsLeftAlone(row)) continue;
    lefts.push_back(HalfOf(row, document.text()));
    rows.push_back(row);
  }
  if (lefts.empty()) return Ok();
  const std::vector<TextLine> lines = SplitLines(document.text());
  const std::vector<RightHalf> rights = FindRightHalves(document.text(), lines);
  FragmentMatcher matcher(languages_.LexiconOf(languages_.Of(document)), corpus().words,
                          corpus().pairs);
  Edits edits;
  Mover mover(document.text(), edits);
  for (const Match& match : matcher.Find(document.text(), lefts, rights)) {
    const LeftHalf& left = lefts[match.left];
    const RightHalf& right = rights[match.right];
    const Span block = BlockFrom(document.text(), lines, right.line);
    const double confidence = Probability(match.margin);
    if (match.margin >= params_.margin && mover.Move(left, block, confidence)) {
      rows[match.left]
          .Set(Artefact::right, right.word.In(document.text()))
          .Set(Artefact::decision, "move")
          .Set(Artefact::rule, kRule)
          .Set(Artefact::confidence, confidence)
          .Set(Artefact::resolved, true);
    } else {
      Flag(left, right.word, lines[right.line].span, confidence, document);
    }
  }
  return document.Apply(edits, context.step());
}

}  // namespace koppel::text
