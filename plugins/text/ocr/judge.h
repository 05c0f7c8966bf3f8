#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "ocr/readings.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// How often the corpus must have a word for the judge to believe in it.
struct OcrThresholds {
  std::uint32_t known = 3;    // a word as often as this is right, whatever dictionaries say
  std::uint32_t support = 3;  // a word must be as often as this to take the place of another
};

// Decides whether a word was read wrongly. A word that the dictionary or the corpus knows never
// was; another one was if exactly one of its readings is known to both.
class OcrJudge {
 public:
  // All arguments must outlive the judge. `applies` says which rules are wanted.
  OcrJudge(Lexicon& lexicon, const HyphenVocabulary& corpus, OcrThresholds thresholds,
           std::function<bool(std::string_view rule)> applies)
      : lexicon_(lexicon), corpus_(corpus), thresholds_(thresholds), applies_(std::move(applies)) {}

  bool IsKnown(std::string_view word);
  // What `word` should have been.
  std::optional<Reading> Mend(std::string_view word);
  // What the two words should have been, if they are one.
  std::optional<Reading> Join(std::string_view left, std::string_view right);

 private:
  bool IsSupported(std::string_view reading, std::string_view written);
  std::optional<Reading> OnlyOne(const std::vector<Reading>& readings, std::string_view written);

  Lexicon& lexicon_;
  const HyphenVocabulary& corpus_;
  OcrThresholds thresholds_;
  std::function<bool(std::string_view rule)> applies_;
};

}  // namespace koppel::text
