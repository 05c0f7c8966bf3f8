// What segmentation knows of a language: abbreviations, clitics and conventions, read from
// data files (data/<language>.txt), so that a language is added without touching code.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "koppel/status.h"

namespace koppel::segment {

// Whether a full stop after an abbreviation may also end the sentence.
enum class AbbreviationClass : std::uint8_t {
  kTitle,   // never: something always follows ("dr.", "bijv.")
  kNumber,  // an abbreviation only before a number, else a word ("no.", "art.")
  kFinal,   // before a capital ("etc.")
  kInner,   // before a word that starts sentences; names follow it as well ("Inc.", "U.S.")
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
using WordSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;
using AbbreviationMap =
    std::unordered_map<std::string, AbbreviationClass, StringHash, std::equal_to<>>;

// Words are folded (see Fold). Abbreviations stand without their last full stop; one in lower
// case matches in any case, one with a capital only as it stands.
struct LanguageRules {
  AbbreviationMap abbreviations;
  WordSet starters;    // words that, with a capital, show that a sentence begins
  WordSet clitics;     // follow an apostrophe that belongs to them: 's, 't
  WordSet elisions;    // precede an apostrophe and a token end: l', qu'
  WordSet inversions;  // follow a hyphen and a token end: -il, -t-elle
  WordSet prefixes;    // keep their hyphen where compounds are split
  WordSet words;       // one token in spite of the other rules
  WordSet domains;     // top-level domains that occur in title case

  bool keep_hyphens = false;        // a compound is one token
  bool keep_slashes = false;        // en/of is one token
  bool join_percent = false;        // 5% is one token
  bool join_mark_runs = false;      // !!! is one token
  bool plural_possessives = false;  // parents' is one token
  bool spaced_thousands = false;    // 10 000 is one token
  bool ordinal_dots = false;        // the full stop of 3. Oktober belongs to the number
  bool semicolon_starts = false;    // "; Les" ends a sentence, as between items of a list
};

// Class of the abbreviation `word` (without its last full stop), or nullptr.
const AbbreviationClass* FindAbbreviation(const LanguageRules& rules, std::string_view word);

// Adds the content of a data file to `rules`; later entries replace earlier ones. bad_input, which
// begins with the line number, where the text breaks the format.
Status AddLanguageData(std::string_view text, LanguageRules& rules);

}  // namespace koppel::segment
