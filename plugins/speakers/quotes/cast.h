// Where the known people of a document are named, and whom a pronoun there means.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
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
  int person = kNobody;      // kNobody: somebody who is not in the registry, by
  std::optional<Name> name;  // the full name, here or before, or else by a noun phrase
  Span span;
  Mention::Form form = Mention::Form::kFull;
  Gender gender = Gender::kUnknown;  // of a noun phrase
  bool object = false;               // behind a preposition
  int speech = kNoSpeech;            // the quotation that it stands in
};

class Cast {
 public:
  // Finds all places that name somebody of the registry, or give a forename with a surname, or the
  // surname after that, or tell of a person without a name ("De burgemeester is trots", "een
  // vrouw"), and learns from the pronouns that follow in the same sentence whether they are men or
  // women. People get the fullest name that stands anywhere. `speeches` ascend and do not overlap.
  // Linear.
  Cast(const Words& words, const Lexicon& lexicon, Registry& registry,
       std::vector<SpeechRange> speeches);

  const std::vector<Appearance>& appearances() const { return appearances_; }

  // The person named last in words [limit, before), of a fitting gender; somebody behind a
  // preposition only if there is nobody else, `except` never. Null if there is none in reach.
  const Appearance* Last(std::size_t limit, std::size_t before, Gender gender,
                         const std::vector<int>& except) const;
  // Whom a pronoun at word `before` means: in its own paragraph, which begins with word
  // `paragraph`, the person named last who does not stand behind a preposition, else the one last
  // told of without a name; or else as Last. But nobody who only appears in a quotation that the
  // pronoun stands outside of; those in it are spoken of or to.
  const Appearance* Meant(std::size_t limit, std::size_t paragraph, std::size_t before,
                          Gender gender, const std::vector<int>& except) const;

 private:
  using Strangers = std::unordered_map<std::string, Name>;  // by surname

  void FindAppearances(const Words& words, const Lexicon& lexicon, Registry& registry);
  std::optional<Appearance> Named(const Words& words, const Name& name, const Lexicon& lexicon,
                                  Registry& registry, Strangers& strangers) const;
  std::size_t AddUnnamed(const Words& words, std::size_t i, const Lexicon& lexicon);
  void LearnGenders(const Words& words, const Lexicon& lexicon, Registry& registry);

  template <typename Fitting>
  const Appearance* Search(std::size_t limit, std::size_t before, Fitting fitting) const;
  bool Fits(const Appearance& at, Gender gender, const std::vector<int>& except) const;
  int SpeechAt(std::size_t word) const;

  const Registry& registry_;
  std::vector<SpeechRange> speeches_;
  std::vector<Appearance> appearances_;  // ascending
};

}  // namespace koppel::speakers
