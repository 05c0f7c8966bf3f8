#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "fragments/bigrams.h"
#include "fragments/halves.h"
#include "lexicon/lexicon.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// A left half and the right half that fits it best.
struct Match {
  std::size_t left = 0;
  std::size_t right = 0;  // in the lists that were given
  double score = 0;
  double margin = 0;  // to the best other right half for this left one, or left one for this right
};

// Finds the other half of words by what both make together (it must be a word of the corpus or the
// dictionary), by the words around them, by whether the right half makes sense where it stands, and
// by distance.
class FragmentMatcher {
 public:
  // All arguments must outlive the matcher.
  FragmentMatcher(Lexicon& lexicon, const HyphenVocabulary& words, const Bigrams& bigrams)
      : lexicon_(lexicon), words_(words), bigrams_(bigrams) {}

  // At most one match for each left half, best first. Right halves that belong where they stand
  // are left out; of the others the nearest are looked at, so that time is linear in their number.
  std::vector<Match> Find(std::string_view text, const std::vector<LeftHalf>& lefts,
                          const std::vector<RightHalf>& rights);

 private:
  // A right half that may be meant.
  struct Stray {
    std::size_t index = 0;
    const RightHalf* half = nullptr;
    double strangeness = 0;
  };

  std::vector<Stray> FindStrays(std::string_view text, const std::vector<RightHalf>& rights);
  // How little the right half belongs where it stands.
  double Strangeness(std::string_view text, const RightHalf& right);
  // How well the two go together; minus infinity if they do not.
  double Score(std::string_view text, const LeftHalf& left, const Stray& right);

  Lexicon& lexicon_;
  const HyphenVocabulary& words_;
  const Bigrams& bigrams_;
};

}  // namespace koppel::text
