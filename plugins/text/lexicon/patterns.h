#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/dictionary.h"

namespace koppel::text {

// Hyphenation patterns after Liang, read from a libhyphen file. libhyphen itself hyphenates whole
// words and needs seconds to load the German file; here only one place of a word is in question.
// Immutable.
class BreakPatterns {
 public:
  // Null if the file cannot be read or is in another encoding than UTF-8 and ISO8859-1. Patterns
  // that change the spelling at a break ("c1k/k=k") are left out.
  static std::unique_ptr<BreakPatterns> Load(const std::string& path);

  // Whether `left`-`right` is a break of the word `left` + `right`.
  Legality Judge(std::string_view left, std::string_view right) const;

 private:
  // Of one level: hash of the letters of a pattern → its digits, one before each byte of the
  // letters and one behind the last. The beginnings of patterns are there as well, without digits,
  // so that a search ends where no pattern goes on.
  class Level {
   public:
    void Add(std::string_view letters, std::string_view digits);
    // Whether `word` may be broken before its byte `place`.
    bool Allows(std::string_view word, std::size_t place) const;

   private:
    struct Slot {
      std::uint64_t hash = 0;    // 0 marks a free slot
      std::uint32_t digits = 0;  // where they begin in `digits_`; 0 if there are none
    };

    Slot& Find(std::uint64_t hash);
    const Slot& Find(std::uint64_t hash) const;
    void Grow();

    std::vector<Slot> slots_ = std::vector<Slot>(1024);  // a power of two
    std::size_t used_ = 0;
    std::string digits_ = "-";
    std::size_t longest_ = 0;
  };

  void AddLine(std::string_view line, bool latin1);

  // A file may list compounds first and syllables after them; a break that either level wants is
  // one.
  std::vector<Level> levels_{1};
  std::size_t shortest_left_ = 2;  // characters
  std::size_t shortest_right_ = 2;
};

}  // namespace koppel::text
