#include "quotes/marks.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace koppel::speakers {

namespace {

struct GlyphInfo {
  std::string_view text;
  Family family;
  double opens, closes;  // pseudo-counts: how often it does, in text of unknown habits
};

constexpr GlyphInfo kInfo[kGlyphs] = {
    {"“", Family::kDouble, 4, 0.8},  {"”", Family::kDouble, 0.3, 4},
    {"„", Family::kDouble, 6, 0.05}, {"\"", Family::kDouble, 3, 3},
    {"«", Family::kGuillemet, 3, 1}, {"»", Family::kGuillemet, 1, 3},
    {"‘", Family::kSingle, 4, 0.3},  {"’", Family::kSingle, 0.2, 4},
    {"‚", Family::kSingle, 4, 0.05}, {"'", Family::kSingle, 2, 2}};

// Pseudo-count for the direction that a text's first guillemet shows.
constexpr double kFirstGuillemet = 20;

std::size_t FindGlyph(std::string_view text) {
  const auto* found = std::find_if(std::begin(kInfo), std::end(kInfo),
                                   [&](const GlyphInfo& g) { return g.text == text; });
  return static_cast<std::size_t>(found - std::begin(kInfo));
}

bool IsOpening(std::string_view mark) {
  return mark == ":" || mark == "-" || mark == "–" || mark == "—" || mark == "(" || mark == "[" ||
         mark == "/" || FindGlyph(mark) < kGlyphs;
}

Mark Describe(const Words& words, std::size_t i, std::size_t glyph) {
  Mark mark;
  mark.word = i;
  mark.glyph = static_cast<Glyph>(glyph);
  mark.space_before = words[i].space_before;
  mark.starts_paragraph = words[i].blank_before;
  if (i > 0 && !mark.space_before) {
    mark.after_letter = words[i - 1].kind != Word::Kind::kMark;
    mark.after_opening = !mark.after_letter && IsOpening(words.Text(i - 1));
  }
  mark.space_after = i + 1 == words.size() || words[i + 1].space_before;
  if (!mark.space_after) {
    mark.before_letter = words[i + 1].kind == Word::Kind::kWord;
    mark.before_number = words[i + 1].kind == Word::Kind::kNumber;
  }
  return mark;
}

}  // namespace

Family FamilyOf(Glyph glyph) { return kInfo[static_cast<std::size_t>(glyph)].family; }

std::vector<Mark> CollectMarks(const Words& words) {
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != Word::Kind::kMark) continue;
    if (const std::size_t glyph = FindGlyph(words.Text(i)); glyph < kGlyphs)
      marks.push_back(Describe(words, i, glyph));
  }
  return marks;
}

Convention::Convention(const std::vector<Mark>& marks) {
  std::array<double, kGlyphs> opens{}, closes{};
  for (std::size_t g = 0; g < kGlyphs; ++g) opens[g] = kInfo[g].opens, closes[g] = kInfo[g].closes;
  // Spaces on both sides tell nothing; but « » or » « are used one way in a text, and the first
  // mark opens.
  const auto first = std::find_if(marks.begin(), marks.end(), [](const Mark& mark) {
    return FamilyOf(mark.glyph) == Family::kGuillemet;
  });
  if (first != marks.end()) {
    const auto left = static_cast<std::size_t>(Glyph::kLeftGuillemet);
    const auto right = static_cast<std::size_t>(Glyph::kRightGuillemet);
    const bool outward = first->glyph == Glyph::kLeftGuillemet;
    opens[outward ? left : right] += kFirstGuillemet;
    closes[outward ? right : left] += kFirstGuillemet;
  }
  for (const Mark& mark : marks) {
    const auto g = static_cast<std::size_t>(mark.glyph);
    if (mark.space_before && !mark.space_after) {
      opens[g] += 1;
    } else if (!mark.space_before && mark.space_after) {
      closes[g] += 1;
    }
  }
  for (std::size_t g = 0; g < kGlyphs; ++g) {
    open_[g] = -std::log(opens[g] / (opens[g] + closes[g]));
    close_[g] = -std::log(closes[g] / (opens[g] + closes[g]));
  }
}

}  // namespace koppel::speakers
