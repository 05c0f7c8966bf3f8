// The words of one language by which speakers are found: titles, cues, salutations, … They are
// data: data/<language>.txt, sections in brackets, entries separated by commas, comments after "#".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "koppel/status.h"
#include "language/words.h"

namespace koppel::speakers {

// The sections of a data file, in the order of kListNames in lexicon.cc; README.md tells what each
// is for.
enum class List : std::uint8_t {
  kClitic,
  kParticle,
  kTitleMale,
  kTitleFemale,
  kTitle,
  kOffice,
  kOrganisation,
  kVoice,
  kAnonymous,
  kSalutation,
  kGroupAddress,
  kThanks,
  kClosing,
  kBylineIntro,
  kBylineVerb,
  kBylineEnd,
  kBioVerb,
  kCommentHeading,
  kCommentManyOn,
  kCommentOneOn,
  kForm,
  kLabelVerb,
  kLabelTime,
  kQuestion,
  kAnswer,
  kLabelStop,
  kMailFrom,
  kMailTo,
  kMailHeader,
  kNarration,
  kCueAlways,
  kCueWithEvidence,
  kCueNominal,
  kCueText,
  kCueParticle,
  kImpersonal,
  kPassive,
  kAgent,
  kComplementiser,
  kConjunction,
  kPreposition,
  kDeterminer,
  kIndefinite,
  kFunction,
  kTerm,
  kFirstPerson,
  kMale,
  kFemale,
  kPlural,
  kSecondPerson,
  kMaleNoun,
  kFemaleNoun,
  kPersonNoun,
  kPeople,
  kCount
};

class Lexicon {
 public:
  // bad_input with the line of an unknown section or an entry outside any section.
  static Result<Lexicon> Parse(std::string_view language, std::string_view data);

  const std::string& language() const { return language_; }
  // Words of the text as entries see it: with this language's clitics.
  Words Scan(std::string_view text) const;
  // Number of words of the longest entry that starts at word `i`, or 0. An entry does not run over
  // a paragraph's end.
  std::size_t Match(List list, const Words& words, std::size_t i) const;
  bool Has(List list, std::string_view lower_word) const;
  // Whether the word is an entry, or a compound that ends in one ("nachtverpleegkundige").
  bool HasCompound(List list, std::string_view lower_word) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  // By first word; the other words of each entry, longest entry first.
  using Entries =
      std::unordered_map<std::string, std::vector<std::vector<std::string>>, Hash, std::equal_to<>>;

  void AddEntry(List list, std::string_view entry);

  std::string language_;
  std::array<Entries, static_cast<std::size_t>(List::kCount)> lists_;
};

}  // namespace koppel::speakers
