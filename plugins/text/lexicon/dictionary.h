#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/families.h"

namespace koppel::text {

// How well a word is known, from weak to strong.
enum class Known : std::uint8_t {
  kNo,
  kCompound,  // accepted only as a compound of known words: about one wrong join in ten is
  kListed,    // an entry, possibly inflected
};

enum class Legality : std::uint8_t { kUnknown, kAllowed, kForbidden };

// Where a language's dictionaries stand, and the packages that bring them. Empty names: there is
// none.
struct DictionaryFiles {
  std::string hunspell;  // path without .aff and .dic
  std::string hunspell_package;
  std::string word_list;
  std::string word_list_package;
  std::string patterns;
  std::string patterns_package;
};

struct MissingFile {
  std::string path;
  std::string package;
};

// The installed dictionaries of one language: hunspell, a word list, hyphenation patterns; each may
// be missing. They are loaded at the first question, so that a language that does not occur costs
// nothing. Thread-safe.
class Dictionary {
 public:
  explicit Dictionary(DictionaryFiles files);
  ~Dictionary();

  // Files that are named but not installed. Loads nothing.
  std::vector<MissingFile> Missing() const;
  // Files that are installed.
  std::vector<std::string> Present() const;

  // Words with a hyphen are looked up in the word list alone: hunspell takes most of them apart and
  // accepts what it knows on both sides.
  Known Lookup(const std::string& word) const;

  // By the word list.
  WordFamily FamilyOf(std::string_view part) const;

  // By the hyphenation patterns.
  Legality BreakLegality(std::string_view left, std::string_view right) const;

 private:
  struct Loaded;
  const Loaded& Load() const;

  DictionaryFiles files_;
  struct Lazy;
  std::unique_ptr<Lazy> lazy_;
};

}  // namespace koppel::text
