#include "lexicon/families.h"

#include <algorithm>
#include <vector>

#include "lexicon/word_list.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr std::size_t kShortestSecond = 4;  // bytes; shorter words are endings by chance
constexpr std::size_t kBeginning = 5;       // bytes that words differ in
constexpr std::uint32_t kFewest = 3;

template <class Visit>
void ForEachLine(std::string_view words, const Visit& visit) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = words.find('\n', begin);
    visit(words.substr(begin, end - begin));
    begin = end + 1;
  }
}

// Forms of one word follow each other in a list.
bool IsAnother(std::string_view second, std::string_view& last) {
  const std::string_view beginning = second.substr(0, kBeginning);
  if (beginning == last) return false;
  last = beginning;
  return true;
}

}  // namespace

WordFamilies::WordFamilies(const WordList& list) {
  CountHyphenated(list);
  if (!families_.empty()) CountJoined(list);
}

void WordFamilies::CountHyphenated(const WordList& list) {
  ForEachLine(list.words(), [this](std::string_view word) {
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen < 2 || word.rfind('-') != hyphen) return;
    const std::string_view second = word.substr(hyphen + 1);
    if (second.size() < kShortestSecond || IsUpper(CharacterAt(second, 0).code)) return;
    Counted& counted = families_[word.substr(0, hyphen)];
    counted.family.hyphenated += IsAnother(second, counted.last);
  });
  std::erase_if(families_,
                [](const auto& entry) { return entry.second.family.hyphenated < kFewest; });
  for (auto& [part, counted] : families_) counted.last = {};
}

void WordFamilies::CountJoined(const WordList& list) {
  // Most beginnings are those of no family: a look at the first byte and the lengths tells.
  std::vector<std::size_t> lengths[256];
  for (const auto& [part, counted] : families_) {
    auto& known = lengths[static_cast<unsigned char>(part[0])];
    if (std::find(known.begin(), known.end(), part.size()) == known.end())
      known.push_back(part.size());
  }
  ForEachLine(list.words(), [&](std::string_view word) {
    if (word.empty()) return;
    for (const std::size_t length : lengths[static_cast<unsigned char>(word[0])]) {
      if (length + kShortestSecond > word.size()) continue;
      const auto found = families_.find(word.substr(0, length));
      if (found == families_.end()) continue;
      const std::string_view second = word.substr(length);
      if (list.Contains(second))
        found->second.family.joined += IsAnother(second, found->second.last);
    }
  });
}

WordFamily WordFamilies::Of(std::string_view part) const {
  const auto found = families_.find(part);
  return found == families_.end() ? WordFamily() : found->second.family;
}

}  // namespace koppel::text
