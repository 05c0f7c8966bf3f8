#include "ocr/judge.h"

#include "koppel/utf8.h"

namespace koppel::text {
namespace {

// Shorter words are one another's misreadings by chance.
constexpr std::size_t kShortest = 4;
constexpr std::size_t kLongest = 40;
// How many times as often as the word that it replaces.
constexpr std::uint32_t kTimes = 4;

}  // namespace

bool OcrJudge::IsKnown(std::string_view word) {
  return corpus_.Word(word) >= thresholds_.known || lexicon_.Lookup(word) != Known::kNo;
}

bool OcrJudge::IsSupported(std::string_view reading, std::string_view written) {
  const std::uint32_t count = corpus_.Word(reading);
  if (count < thresholds_.support || count < kTimes * corpus_.Word(written)) return false;
  return lexicon_.Lookup(reading) != Known::kNo;
}

std::optional<Reading> OcrJudge::OnlyOne(const std::vector<Reading>& readings,
                                         std::string_view written) {
  const Reading* only = nullptr;
  for (const Reading& reading : readings) {
    if (!applies_(reading.rule) || !IsSupported(reading.word, written)) continue;
    if (only != nullptr && only->word != reading.word) return {};
    if (only == nullptr) only = &reading;
  }
  return only == nullptr ? std::nullopt : std::optional(*only);
}

std::optional<Reading> OcrJudge::Mend(std::string_view word) {
  if (word.size() > kLongest || CodePoints(word) < kShortest || IsKnown(word)) return {};
  std::vector<Reading> readings;
  AddConfusions(word, readings);
  AddLostLigatures(word, readings);
  return OnlyOne(readings, word);
}

std::optional<Reading> OcrJudge::Join(std::string_view left, std::string_view right) {
  if (left.size() + right.size() > kLongest || CodePoints(left) + CodePoints(right) < kShortest) {
    return {};
  }
  // A ligature that was torn off is frequent in the corpus and yet no word.
  const bool torn = IsLigature(left) || IsLigature(right);
  if (!torn && IsKnown(left) && IsKnown(right)) return {};
  std::vector<Reading> readings;
  AddJoined(left, right, readings);
  return OnlyOne(readings, IsKnown(left) ? right : left);
}

}  // namespace koppel::text
