// The phrases that websites put around their texts, from data files.
#pragma once

#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "koppel/status.h"

namespace koppel::text {

// A phrase file has a phrase to a line: kind, tab, phrase, and optionally tab and "weak". Lines
// that begin with "#" and a space are comments. A phrase is in lower case with single spaces and
// without final punctuation; "#" stands for a number; a "*" that ends it, without a space before,
// for anything more. Where a space stands before, "*" is the mark of a required field. "a & b" are
// words of a line in any order: notices that every website words its own way are known by the few
// that none can do without. A weak phrase ("name", "share") counts only beside another phrase.
class BoilerplatePhrases {
 public:
  struct Phrase {
    std::string kind;  // "counter", "comments", "form", "share", "navigation", "cookies"
    bool weak = false;
  };

  // Adds the phrases of one file. bad_input names the line that is not of the form above.
  Status Add(std::string_view file);

  // The phrase that the whole line is, or null: one of those added, or a row of three or more that
  // are one word or a few each, of which two or more are of a share bar ("Teilen Twittern
  // Drucken"). Views stay valid while the phrases exist.
  const Phrase* Find(std::string_view line) const;

  std::size_t size() const { return exact_.size() + prefixes_.size() + words_.size(); }

  // Longer lines are no boilerplate.
  static constexpr std::size_t kLongest = 400;

 private:
  const Phrase* FindByWords(std::string_view line) const;
  const Phrase* FindRow(std::string_view normalised) const;
  // The longest phrase that is the beginning of the words, with its size; or null.
  std::pair<const Phrase*, std::size_t> LongestAtStart(std::string_view words) const;

  std::bitset<32768> begins_;  // how phrases begin: most lines are told from all of them by that
  std::unordered_map<std::string, Phrase> exact_;
  std::vector<std::pair<std::string, Phrase>> prefixes_;  // of few lines: the "*" taken off
  std::vector<std::pair<std::vector<std::string>, Phrase>> words_;
};

}  // namespace koppel::text
