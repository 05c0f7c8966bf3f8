// Where the known people of a document are named, and whom a pronoun there means.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "people/registry.h"
#include "quotes/clauses.h"

namespace koppel::speakers {

inline constexpr int kNoSpeech = -1;

// Words [first, last) of a quotation, or of a part of one.
struct SpeechRange {
  std::size_t first = 0, last = 0;
  int speech = kNoSpeech;
};

struct Appearance {
  std::size_t word = 0;
  int person = kNobody;      // kNobody: a full name that is not in the registry
  std::optional<Name> name;  // then
  Span span;
  Mention::Form form = Mention::Form::kFull;
  bool object = false;     // behind a preposition
  int speech = kNoSpeech;  // the quotation that it stands in
};

class Cast {
 public:
  // Finds all places that name somebody of the registry, or give a forename with a surname, and
  // learns from the pronouns that follow in the same sentence whether they are men or women.
  // People get the fullest name that stands anywhere. `speeches` ascend and do not overlap. Linear.
  Cast(const Words& words, const Lexicon& lexicon, Registry& registry,
       std::vector<SpeechRange> speeches);

  const std::vector<Appearance>& appearances() const { return appearances_; }

  // The person named last in words [limit, before), of a fitting gender; somebody behind a
  // preposition only if there is nobody else, `except` never. Null if there is none in reach.
  const Appearance* Last(std::size_t limit, std::size_t before, Gender gender,
                         const std::vector<int>& except) const;
  // Whom a pronoun at word `before` means: as Last, but nobody who is only named in a quotation
  // that the pronoun stands outside of; those in it are spoken of or to.
  const Appearance* Meant(std::size_t limit, std::size_t before, Gender gender,
                          const std::vector<int>& except) const;

 private:
  void LearnGenders(const Words& words, const Lexicon& lexicon, Registry& registry);

  template <typename Heard>
  const Appearance* Search(std::size_t limit, std::size_t before, Gender gender,
                           const std::vector<int>& except, Heard heard) const;
  int SpeechAt(std::size_t word) const;

  const Registry& registry_;
  std::vector<SpeechRange> speeches_;
  std::vector<Appearance> appearances_;  // ascending
};

}  // namespace koppel::speakers
