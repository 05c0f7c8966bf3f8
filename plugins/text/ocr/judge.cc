#include "ocr/judge.h"

#include "koppel/utf8.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr std::size_t kShortest = 2, kLongest = 40;  // code points, bytes
// Short words are one another's misreadings by chance, unless one is among the most common words.
constexpr std::size_t kShort = 3;
constexpr std::uint32_t kCommon = 100;
// How many times as often as the word that it replaces.
constexpr std::uint32_t kTimes = 2;
// A recogniser makes the same mistake again. What the corpus has so much more seldom than its only
// reading is one, however often it has it.
constexpr std::uint32_t kTimesOfMistake = 20;

}  // namespace

bool OcrJudge::IsWord(std::string_view word) { return lexicon_.Lookup(word) != Known::kNo; }

bool OcrJudge::IsSupported(std::string_view reading, std::uint32_t before) {
  const std::uint32_t count = corpus_.Word(reading);
  if (count < thresholds_.support) return false;
  if (CodePoints(reading) <= kShort && count < kCommon) return false;
  const std::uint32_t times = before >= thresholds_.known ? kTimesOfMistake : kTimes;
  if (before > 1 && count / times < before) return false;
  return IsWord(reading);
}

std::optional<Reading> OcrJudge::OnlyOne(const std::vector<Reading>& readings, std::uint32_t before,
                                         bool begins) {
  const Reading* only = nullptr;
  for (const Reading& reading : readings) {
    if (!applies_(reading.rule) || !IsSupported(reading.word, before)) continue;
    if (only != nullptr && Fold(only->word) != Fold(reading.word)) return {};
    // A digit may have been either of "s" and "S".
    if (only == nullptr || IsUpper(CharacterAt(reading.word, 0).code) == begins) only = &reading;
  }
  return only == nullptr ? std::nullopt : std::optional(*only);
}

std::optional<Reading> OcrJudge::Mend(std::string_view word, bool begins) {
  if (word.size() > kLongest || CodePoints(word) < kShortest || IsWord(word)) return {};
  std::vector<Reading> readings;
  AddConfusions(word, readings);
  AddLostLigatures(word, readings);
  return OnlyOne(readings, corpus_.Word(word), begins);
}

std::optional<Reading> OcrJudge::Join(std::string_view left, std::string_view right) {
  if (left.size() + right.size() > kLongest) return {};
  // A ligature that was torn off may be a word elsewhere ("ff", "fl").
  const bool torn = IsLigature(left) || IsLigature(right);
  if (!torn && IsWord(left) && IsWord(right)) return {};
  std::vector<Reading> readings;
  AddJoined(left, right, readings);
  // A font that has lost its ligatures has lost them everywhere: how often the corpus has the
  // pieces says nothing.
  return OnlyOne(readings, 0, false);
}

}  // namespace koppel::text
