// Words and phrases with a polarity. Data files (format in README.md) are laid over each other: a
// later entry with the same form replaces an earlier one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "inflection.h"
#include "koppel/status.h"
#include "phrase_map.h"

namespace koppel::sentiment {

enum class PartOfSpeech : std::uint8_t { kAdjective, kAdverb, kNoun, kVerb, kPhrase };

struct Entry {
  std::string name;  // as its file has it
  PartOfSpeech part = PartOfSpeech::kPhrase;
  double polarity = 0;  // -1 to 1
  // 1: the word judges; less: it names something good or bad; 0: it counts only where the thing is
  // said to grow or shrink.
  double strength = 1;
};

// An entry at a place of a sentence.
struct Found {
  const Entry* entry = nullptr;
  std::size_t first = 0, last = 0;  // words
  bool split = false;  // a separable verb in two parts: only first and last belong to it
  double factor = 1;   // of a prefix
  std::string_view prefix = {};
};

class Lexicon {
 public:
  Lexicon() = default;
  Lexicon(const Lexicon&) = delete;  // its tables point into it
  Lexicon& operator=(const Lexicon&) = delete;

  // Lays a file over what is there. bad_input, which begins with the line, where the text breaks
  // the format.
  Status Add(std::string_view text, const Inflection& inflection);
  // Lays one invariable form over what is there.
  void AddWord(std::string_view form, PartOfSpeech part, double polarity, double strength);

  // The entry at word i: the longest phrase, a separable verb whose particle is the last word
  // before `end` or a mark, the word itself, the word without a prefix, or the last part of a
  // compound.
  std::optional<Found> Find(const Words& words, std::size_t i, std::size_t end) const;
  std::size_t size() const { return entries_.size(); }

 private:
  struct Particle {
    std::string word;
    const Entry* entry;
  };

  Status AddRow(const TableRow& row, const Inflection& inflection);
  void AddForms(const Entry& entry, const std::vector<std::string>& forms);
  void AddSeparable(const Entry& entry, std::string_view particle,
                    const std::vector<std::string>& forms);
  std::optional<Found> FindSeparable(const Words& words, std::size_t i, std::size_t end) const;
  std::optional<Found> FindDerived(std::string_view word, std::size_t i) const;

  std::deque<Entry> entries_;  // stable addresses
  PhraseMap<const Entry*> forms_;
  std::unordered_map<std::string, std::vector<Particle>, StringHash, std::equal_to<>> separable_;
  std::vector<Prefix> prefixes_;
};

// "adjective", "adverb", "noun", "verb", "phrase".
std::optional<PartOfSpeech> ReadPart(std::string_view name);

}  // namespace koppel::sentiment
