#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "koppel/status.h"
#include "lexicon/dictionary.h"

// What a language contributes to the repair of line ends: data, read from `data/<code>.yaml`.
// The format is described in `data/README.md`.
namespace koppel::text {

// Folded words, looked up by a folded word.
class FoldedSet {
 public:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  void Insert(std::string_view word);
  bool Contains(std::string_view folded) const { return words_.find(folded) != words_.end(); }
  bool empty() const { return words_.empty(); }
  // In no particular order.
  const std::unordered_set<std::string, Hash, std::equal_to<>>& words() const { return words_; }

 private:
  std::unordered_set<std::string, Hash, std::equal_to<>> words_;
};

// A spelling that changes when its word is broken: `left`-/`right` is `joined` when whole.
struct Restoration {
  std::string rule;      // trema, diminutive, apostrophe, ...
  std::string left;      // what the left part ends in, folded
  std::string right;     // what the right part begins with; the whole of it if `whole_right`
  std::string joined;    // what stands for both in the whole word
  std::u32string after;  // characters of which one must stand before `left`; empty: any or none
  bool whole_right = false;
  bool productive = false;  // holds for words that no dictionary has, too
};

// What an earlier spelling wrote, and what is written now.
struct SpellingChange {
  std::string from;
  std::string to;
};

// A word that begins in `left`, with a second part that begins with `right`.
struct HyphenatedPair {
  std::string left;
  std::string right;
};

struct LanguageData {
  std::string code;
  DictionaryFiles dictionary;
  FoldedSet function_words;                   // frequent words by which the language is recognised
  FoldedSet conjunctions;                     // follow a suspended hyphen
  FoldedSet hyphen_prefixes;                  // keep their hyphen: ex-, niet-
  FoldedSet hyphen_suffixes;                  // are attached by a hyphen: -ie
  FoldedSet proper_prefixes;                  // keep their hyphen before a proper name: on-
  FoldedSet bound_prefixes;                   // begin words without being words: ge, ver
  FoldedSet bound_suffixes;                   // end words and no compounds: heid, vaardig
  FoldedSet inflections;                      // endings by which forms of one word differ: s, en
  FoldedSet particles;                        // end nouns that keep their hyphen: kick-off
  FoldedSet name_prefixes;                    // are followed by a capital without a hyphen: Mc
  FoldedSet name_particles;                   // stand in lower case inside a surname: van, de
  FoldedSet linking_elements;                 // stand between the parts of a compound: s, en
  std::vector<std::string> vowel_collisions;  // pairs that a compound keeps apart by a hyphen
  std::vector<std::string>
      hyphen_endings;  // adjectives that are joined to the next word by a hyphen
  std::vector<std::string> equal_endings;  // two such words in one are coordinated by a hyphen
  std::vector<FoldedSet> coordinates;      // groups of words that are coordinated: zwart, wit
  std::vector<SpellingChange> adjectives;  // endings, bare and inflected: isch → ische
  std::vector<SpellingChange> variants;    // spellings beside that of the dictionary: our → or
  std::vector<Restoration> restorations;
  std::vector<SpellingChange> old_words;  // by which an earlier spelling is recognised: zoo → zo
  std::vector<SpellingChange> old_letters;  // what changed inside words: sch → s, oo → o
  std::vector<HyphenatedPair> old_pairs;    // had a hyphen in the earlier spelling: noord-ooster
  std::string vowels;                       // without one of these, a part is no syllable
  bool capital_nouns = false;               // nouns begin in upper case
  bool closed_compounds = false;            // compounds are written as one word
};

// Reads a language file; invalid_parameter says what is wrong with it and where.
Result<LanguageData> LoadLanguage(const std::string& path);

}  // namespace koppel::text
