// Names of people as they stand in a text: "Jos van der Lans", "mevrouw Van 't Wout", "prof. dr.
// Ruurd Wijnia".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "koppel/span.h"
#include "language/lexicon.h"
#include "language/words.h"

namespace koppel::speakers {

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

struct Name {
  Span span;              // titles included
  Span bare;              // without titles and offices; empty for an office alone
  std::size_t first = 0;  // words [first, last)
  std::size_t last = 0;
  std::string given;   // forenames or initials, as printed; may be empty
  std::string family;  // particles and surname, as printed; of a lone word without title: that word
  Gender gender = Gender::kUnknown;
  bool titled = false;  // a title or office stands before it
  bool lone = false;    // one word, which may be a forename or a surname
};

// The longest name that starts at word `i`. It may begin a sentence: a lone capitalised word is
// refused if it is a function word, or stands behind a mark and occurs in lower case elsewhere.
// None if no name starts there.
std::optional<Name> MatchName(const Words& words, std::size_t i, const Lexicon& lexicon);

// Names joined by commas, semicolons and conjunctions from word `i` on, up to word `last`; `end` is
// set behind the last of them, or left alone.
std::vector<Name> MatchNames(const Words& words, std::size_t i, std::size_t last,
                             const Lexicon& lexicon, std::size_t& end);

// Particles and core in lower case: equal for "van der Lans" and "Van der Lans".
std::string FamilyKey(const std::string& family);

}  // namespace koppel::speakers
