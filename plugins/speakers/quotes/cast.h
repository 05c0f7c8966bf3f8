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

struct Appearance {
  std::size_t word = 0;
  int person = kNobody;      // kNobody: a full name that is not in the registry
  std::optional<Name> name;  // then
  Span span;
  Mention::Form form = Mention::Form::kFull;
  bool object = false;  // behind a preposition
};

class Cast {
 public:
  // Finds all places that name somebody of the registry, or give a forename with a surname, and
  // learns from the pronouns that follow in the same sentence whether they are men or women.
  // Linear.
  Cast(const Words& words, const Lexicon& lexicon, Registry& registry);

  const std::vector<Appearance>& appearances() const { return appearances_; }

  // The person named last in words [limit, before), of a fitting gender; somebody behind a
  // preposition only if there is nobody else, `except` never. Null if there is none in reach.
  const Appearance* Last(std::size_t limit, std::size_t before, Gender gender,
                         int except = kNobody) const;

 private:
  void LearnGenders(const Words& words, const Lexicon& lexicon, Registry& registry);

  const Registry& registry_;
  std::vector<Appearance> appearances_;  // ascending
};

}  // namespace koppel::speakers
