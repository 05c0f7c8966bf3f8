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
  std::uint32_t known = 3;    // a word as often as this is right, unless it is a mistake made again
  std::uint32_t support = 1;  // a word must be as often as this to take the place of another
};

// Decides whether a word was read wrongly. A word that the dictionary knows never was, nor one that
// the corpus knows; another one was if exactly one of its readings is known to both. What the
// dictionary does not know and the corpus has many times more seldom than that one reading is a
// mistake that was made again, and not known.
class OcrJudge {
 public:
  // All arguments must outlive the judge. `applies` says which rules are wanted.
  OcrJudge(Lexicon& lexicon, const HyphenVocabulary& corpus, OcrThresholds thresholds,
           std::function<bool(std::string_view rule)> applies)
      : lexicon_(lexicon), corpus_(corpus), thresholds_(thresholds), applies_(std::move(applies)) {}

  // Whether the dictionary has the word.
  bool IsWord(std::string_view word);
  // What `word` should have been. `begins`: it begins a sentence, and a capital if it may.
  std::optional<Reading> Mend(std::string_view word, bool begins = false);
  // What the two words should have been, if they are one.
  std::optional<Reading> Join(std::string_view left, std::string_view right);

 private:
  // `before`: how often the corpus has what is to be replaced.
  bool IsSupported(std::string_view reading, std::uint32_t before);
  std::optional<Reading> OnlyOne(const std::vector<Reading>& readings, std::uint32_t before,
                                 bool begins);

  Lexicon& lexicon_;
  const HyphenVocabulary& corpus_;
  OcrThresholds thresholds_;
  std::function<bool(std::string_view rule)> applies_;
};

}  // namespace koppel::text
