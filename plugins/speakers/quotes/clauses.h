// What reporting clauses are made of: cues ("zegt", "volgens") and those who can be their subjects.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "koppel/span.h"
#include "language/lexicon.h"
#include "language/words.h"
#include "people/names.h"

namespace koppel::speakers {

struct Subject {
  enum class Kind : std::uint8_t { kName, kFirstPerson, kPronoun, kNounPhrase };
  Kind kind = Kind::kName;
  Span span;
  std::size_t first = 0, last = 0;  // words
  std::optional<Name> name;
  Gender gender = Gender::kUnknown;
  bool plural = false;             // a pronoun that can mean several people
  bool after_preposition = false;  // "met Jan": hardly a subject
  bool human = true;  // false: a noun phrase whose head is no word for people ("een brief")
  bool organisation = false;
  std::size_t head_end = 0;  // of a human noun phrase: the word behind its last word for people
};

struct Cue {
  // kText: of what is written ("er staat"); its subject is no speaker.
  enum class Tier : std::uint8_t { kAlways, kWithEvidence, kNominal, kText };
  Tier tier = Tier::kAlways;
  std::size_t first = 0, last = 0;  // words
};

// Who can be a subject at word `i`: a name, a personal pronoun, a determiner with a noun, an
// organisation, or a capitalised plural of people. An impersonal one ("je", "men") is none. The
// subject may begin behind word `i`: "zijn collega Jan Smit" is Jan Smit.
std::optional<Subject> MatchSubject(const Words& words, std::size_t i, const Lexicon& lexicon);
std::optional<Cue> MatchCue(const Words& words, std::size_t i, const Lexicon& lexicon);

// Whether the cue can report what the subject says: only verbs that nothing but people do ("zegt")
// take a noun phrase of an unknown head.
bool CanReport(const Subject& subject, const Cue& cue);

// Who stands behind "volgens", and the word behind all that describes them: "de directeur van de
// bibliotheek, mevrouw Smit," is mevrouw Smit. A noun phrase ends with its last word for people:
// what follows may be a verb ("volgens de wethouder kost dat").
struct Source {
  Subject subject;
  std::size_t last = 0;
};
std::optional<Source> MatchSource(const Words& words, std::size_t i, const Lexicon& lexicon);

struct Clause {
  std::vector<Subject> subjects;
  std::vector<Cue> cues;
};

// Whether the subject stands right before word `i`, or with nothing but a phrase behind a
// preposition between them
// ("Jan Smit van Hogeschool Plein vindt").
bool StandsBefore(const Words& words, const Subject& subject, std::size_t i,
                  const Lexicon& lexicon);

// All subjects and cues in words [first, last), in order; no subjects between brackets.
Clause ReadClause(const Words& words, std::size_t first, std::size_t last, const Lexicon& lexicon);

// Whether a sentence ends with word `i`: a full stop, question or exclamation mark (or closing
// marks behind one) that a space and a new start follow. Abbreviated titles and initials do not end
// sentences.
bool EndsSentence(const Words& words, std::size_t i, const Lexicon& lexicon);

// First word of the sentence that word `i` stands in, at least `limit`; and the end of it, at most
// `limit`. A paragraph's border ends a sentence too. Neither looks further than a long sentence
// reaches.
std::size_t SentenceBegin(const Words& words, std::size_t i, std::size_t limit,
                          const Lexicon& lexicon);
std::size_t SentenceEnd(const Words& words, std::size_t i, std::size_t limit,
                        const Lexicon& lexicon);

}  // namespace koppel::speakers
