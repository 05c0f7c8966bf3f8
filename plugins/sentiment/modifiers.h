// Words that have no polarity of their own but change that of others, or part clauses:
// data/<language>.modifiers.tsv, rows of kind, words separated by commas, and a factor where the
// kind has one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "koppel/status.h"
#include "phrase_map.h"

namespace koppel::sentiment {

struct Modifier {
  enum class Kind : std::uint8_t {
    kNegate,         // niet: forward to the end of the clause, else back; factor
    kNegateNext,     // geen, zonder: forward only; factor
    kBlock,          // niet alleen: looks like a negation and is none
    kScale,          // zeer, nogal: the next head, or the verb before; factor
    kExcess,         // te: with an adjective
    kMore,           // stijgt, meer: of what is good or bad
    kLess,           // daalt, minder, gebrek aan
    kBoundary,       // want: begins a clause
    kJoin,           // en: begins one where a subject follows
    kContrast,       // maar: begins one; factor of what came before
    kConcede,        // hoewel: begins one; factor of it
    kSubject,        // de, het, wij: may begin a noun phrase
    kPronoun,        // zij: refers back
    kDemonstrative,  // die: refers back where no noun follows
    kReflexive,      // zich: an adjective before it is a verb
    kReported,       // wilden: its clause reports, so that a mere "niet" in it refuses nothing
    kArticle,        // de: at the start of a clause begins a subject of its own
    kFunction,       // other words without content
    kIronyOpen,      // prachtig: at the start of a sentence may be meant ironically
    kIronyCue,       // hoor, weer
    kIrony,          // daar zat de wijk op te wachten: by itself
  };
  Kind kind = Kind::kFunction;
  double factor = 1;
};

class Modifiers {
 public:
  using Match = PhraseMap<Modifier>::Match;

  // bad_input, which begins with the line, where a row has an unknown kind or a factor that is no
  // number.
  static Result<Modifiers> Parse(std::string_view text);

  // What changes or parts at word i; the longest phrase.
  Match Find(const Words& words, std::size_t i) const { return phrases_.Find(words, i); }
  bool Is(std::string_view word, Modifier::Kind kind) const;
  // The kinds from kSubject to kArticle, kIronyOpen and kIronyCue say what a word may also be, and
  // so stand beside the other kinds.
  bool IsAlso(std::string_view word, Modifier::Kind kind) const;

 private:
  PhraseMap<Modifier> phrases_;
  std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>>
      also_;  // sets of kinds
};

}  // namespace koppel::sentiment
