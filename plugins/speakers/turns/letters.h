// What comments, mails and letters have in common: a salutation at the start, a signature at the
// end.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "koppel/layers.h"
#include "language/lexicon.h"
#include "language/words.h"
#include "people/names.h"
#include "turns/lines.h"

namespace koppel::speakers {

// Somebody named in a salutation or signature: by a personal name, or by words like "een bewoner".
struct Address {
  Span span;
  std::optional<Name> name;                      // none: what the span covers stands for a name
  Entity::Kind kind = Entity::Kind::kAnonymous;  // of such words
};

struct Salutation {
  std::vector<Address> people;  // empty: to a group, or nobody in particular
  std::size_t end = 0;          // first word behind it
};

// "Beste Daan,", "@Een bewoner:" at word `i`. None if no salutation stands there.
std::optional<Salutation> MatchSalutation(const Words& words, std::size_t i,
                                          const Lexicon& lexicon);

struct Signature {
  std::optional<Address> who;  // "Met vriendelijke groet" alone names nobody
  std::size_t first_line = 0;  // the signature is lines [first_line, end of the letter)
  std::size_t first_word = 0;  // where it begins in that line
  bool closing = false;        // a closing phrase leads it
};

// The signature at the end of lines [first, last): after a closing phrase, or a last line that is a
// name, perhaps with a role. `body` is the first word of the letter; a signature never starts
// there.
std::optional<Signature> FindSignature(const Words& words, const std::vector<Line>& lines,
                                       std::size_t first, std::size_t last, std::size_t body,
                                       const Lexicon& lexicon);

// "Beste jan_83,", "@jan_83": the words that a salutation greets, whatever they are; they may be a
// name that somebody goes by. None if no salutation stands at word `i`, or none that ends.
std::optional<Address> MatchGreeted(const Words& words, std::size_t i, const Lexicon& lexicon);

// A name, or an entry of [anonymous], at word `i`; `end` is set to the first word behind it.
std::optional<Address> MatchAddress(const Words& words, std::size_t i, const Lexicon& lexicon,
                                    std::size_t& end);

}  // namespace koppel::speakers
