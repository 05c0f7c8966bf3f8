#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
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
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  // Of one level: letters of a pattern → its digits, one before each byte of the letters and one
  // behind the last.
  struct Level {
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> patterns;
    std::size_t longest = 0;
  };

  void AddLine(std::string_view line, bool latin1);
  static bool Allows(const Level& level, std::string_view word, std::size_t place);

  // A file may list compounds first and syllables after them; a break that either level wants is
  // one.
  std::vector<Level> levels_{1};
  std::size_t shortest_left_ = 2;  // characters
  std::size_t shortest_right_ = 2;
};

}  // namespace koppel::text
