#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lines/characters.h"

// Words of a text with the hashes under which they are counted, in one go over the bytes.
namespace koppel::text {

// FNV-1a over folded characters: the same on every machine, and nothing is allocated.
class FoldedHash {
 public:
  // Hashes of different seeds do not meet.
  explicit FoldedHash(char32_t seed) { AddCode(seed); }

  FoldedHash& Add(std::string_view word) {
    for (std::size_t pos = 0; pos < word.size();) {
      const Character c = CharacterAt(word, pos);
      AddCode(Fold(c.code));
      pos += c.size;
    }
    return *this;
  }

  FoldedHash& AddCode(char32_t code) {
    state_ = (state_ ^ code) * 0x100000001B3U;
    return *this;
  }

  // FNV leaves the low bits weak, and the tables are indexed by them.
  std::uint64_t Finish() const {
    std::uint64_t x = state_ ^ (state_ >> 32U);
    x *= 0xD6E8FEB86659FD93U;
    return x ^ (x >> 32U);
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

struct ScannedWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t hash = 0;
  bool hyphen = false;  // there is one inside
};

// Finds the words that `WordEnd` finds, from the beginning of a text to its end.
class WordScanner {
 public:
  WordScanner(std::string_view text, char32_t seed) : text_(text), seed_(seed) {}

  // Moves to the next word; false if there is none.
  bool Next();
  const ScannedWord& word() const { return word_; }

 private:
  std::size_t SkipToWord(std::size_t pos) const;
  // Reads on at `pos`, where no ASCII letter or digit stands; false at the end of the word.
  bool ReadOther(std::size_t& pos, std::size_t limit, FoldedHash& hash);

  std::string_view text_;
  char32_t seed_;
  std::size_t pos_ = 0;
  ScannedWord word_;
};

}  // namespace koppel::text
