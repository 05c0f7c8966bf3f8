#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "lines/characters.h"

// Words of a text with the hashes under which they are counted, in one go over the bytes.
namespace koppel::text {

// A hash over folded characters, eight bytes at a time: the same on every machine and however the
// characters are handed over, and nothing is allocated.
class FoldedHash {
 public:
  // Hashes of different seeds do not meet.
  explicit FoldedHash(std::uint64_t seed) : state_(seed * kOdd) {}

  FoldedHash& Add(std::string_view word) {
    for (std::size_t pos = 0; pos < word.size();) {
      const Character c = CharacterAt(word, pos);
      AddCode(Fold(c.code));
      pos += c.size;
    }
    return *this;
  }

  // A folded character. Those outside ASCII begin with a byte that no word holds.
  FoldedHash& AddCode(char32_t code) {
    if (code < 0x80) return AddAscii(static_cast<unsigned char>(code));
    for (const std::uint32_t shift : {24U, 16U, 8U, 0U})
      AddAscii(static_cast<unsigned char>(code >> shift));
    return *this;
  }

  FoldedHash& AddAscii(unsigned char byte) {
    pending_ = pending_ << 8U | byte;
    if ((++size_ & 7U) == 0) {
      state_ = Mixed(state_ ^ pending_);
      pending_ = 0;
    }
    return *this;
  }

  // Up to eight folded ASCII characters, the first in the highest byte that is used.
  // Precondition: takes_eight().
  void AddEight(std::uint64_t bytes, std::size_t count) {
    size_ += count;
    if (count == 8) {
      state_ = Mixed(state_ ^ bytes);
    } else {
      pending_ = bytes;
    }
  }
  bool takes_eight() const { return (size_ & 7U) == 0; }

  // The high bits go into the low ones, by which the tables are indexed.
  std::uint64_t Finish() const {
    const std::uint64_t all = Mixed(state_ ^ pending_) ^ size_;
    return all * kOdd ^ all >> 29U;
  }

 private:
  static constexpr std::uint64_t kOdd = 0x9E3779B97F4A7C15U;
  static std::uint64_t Mixed(std::uint64_t x) {
    x = (x ^ x >> 32U) * 0xD6E8FEB86659FD93U;
    return (x ^ x >> 32U) * kOdd;
  }

  std::uint64_t state_;
  std::uint64_t pending_ = 0;
  std::uint64_t size_ = 0;  // bytes
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
  WordScanner(std::string_view text, std::uint64_t seed) : text_(text), seed_(seed) {}

  // Moves to the next word; false if there is none.
  bool Next();
  const ScannedWord& word() const { return word_; }

 private:
  std::size_t SkipToWord(std::size_t pos) const;
  // Reads on at `pos`, where no ASCII letter or digit stands; false at the end of the word.
  bool ReadOther(std::size_t& pos, std::size_t limit, FoldedHash& hash);

  std::string_view text_;
  std::uint64_t seed_;
  std::size_t pos_ = 0;
  ScannedWord word_;
};

}  // namespace koppel::text
