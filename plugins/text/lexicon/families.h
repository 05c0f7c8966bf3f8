#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace koppel::text {

class WordList;

// How many words a list has that begin with the same part, with a hyphen behind it (tv-programma)
// and with another word (staartster).
struct WordFamily {
  std::uint32_t hyphenated = 0;
  std::uint32_t joined = 0;
};

// The families of parts that stand before a hyphen in three words or more. Forms that only their
// endings tell apart count once.
class WordFamilies {
 public:
  // `list` must outlive the families.
  explicit WordFamilies(const WordList& list);

  WordFamily Of(std::string_view part) const;

 private:
  void CountHyphenated(const WordList& list);
  void CountJoined(const WordList& list);

  struct Counted {
    WordFamily family;
    std::string_view last;  // the beginning of the second part that was counted last
  };
  std::unordered_map<std::string_view, Counted> families_;
};

}  // namespace koppel::text
