#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "lexicon/dictionary.h"
#include "vocabulary/counter.h"

namespace koppel::text {

// The words of one language. Not safe for two threads at once.
class Lexicon {
 public:
  virtual ~Lexicon() = default;
  // Looks `word` up as it is written; a word at the start of a sentence is found as well.
  virtual Known Lookup(std::string_view word) = 0;
  // The words of a list that begin with `part`, as it is written; none where there is no list.
  virtual WordFamily FamilyOf(std::string_view) { return {}; }
  // What hyphenation says about breaking the word `left` + `right` between the two.
  virtual Legality BreakLegality(std::string_view left, std::string_view right) = 0;
};

// A lexicon over the installed dictionary that remembers what it was asked: text repeats itself,
// and a dictionary with compounds takes about a microsecond a word.
class InstalledLexicon final : public Lexicon {
 public:
  // `dictionary` is shared by the lexicons of all threads.
  explicit InstalledLexicon(std::shared_ptr<const Dictionary> dictionary);
  Known Lookup(std::string_view word) override;
  WordFamily FamilyOf(std::string_view part) override { return dictionary_->FamilyOf(part); }
  Legality BreakLegality(std::string_view left, std::string_view right) override {
    return dictionary_->BreakLegality(left, right);
  }

 private:
  std::shared_ptr<const Dictionary> dictionary_;
  HashCounter memo_;  // 1 + Known, by a hash of the word
};

}  // namespace koppel::text
