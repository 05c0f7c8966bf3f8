#include "layout/drop_caps.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>

#include "lines/breaks.h"
#include "lines/characters.h"
#include "lines/scan.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

// One capital, with or without a quotation mark before it; its code, or 0.
char32_t LoneCapital(std::string_view line) {
  constexpr std::size_t kLongest = 8;  // bytes of a mark and a letter
  if (line.size() > kLongest) return 0;
  const Character letter = CharacterBefore(line, line.size());
  const Character mark = CharacterBefore(line, line.size() - letter.size);
  const bool alone = mark.size + letter.size == line.size() && !IsWordCharacter(mark.code);
  return alone && IsUpper(letter.code) ? letter.code : 0;
}

// Whether the letter is a word by itself in one of the languages that have such words.
bool IsWord(char32_t capital) {
  constexpr std::u32string_view kWords = U"AÀIOUY";
  return kWords.find(capital) != std::u32string_view::npos;
}

// How often a text has its words, in lower case. Made when it is first asked.
class WordCounts {
 public:
  explicit WordCounts(std::string_view text) : text_(text) {}
  std::size_t Of(const std::string& word) {
    if (words_.empty()) Read();
    const auto found = words_.find(word);
    return found == words_.end() ? 0 : found->second;
  }

 private:
  void Read() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = WordEnd(text_, at);
      if (end > at) ++words_[Fold(text_.substr(at, end - at))];
      at = end > at ? end : at + CharacterAt(text_, at).size;
    }
  }

  std::string_view text_;
  std::unordered_map<std::string, std::size_t> words_;
};

// Whether the line begins with the rest of a word in small letters, or in capitals as the first
// words of an article often are.
bool BeginsWithRest(std::string_view line) {
  if (IsLower(CharacterAt(line, 0).code)) return true;
  const std::string_view word = line.substr(0, WordEnd(line, 0));
  if (word.empty()) return false;
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  return std::none_of(word.begin(), word.end(), is_lower) && IsUpper(CharacterAt(word, 0).code) &&
         std::any_of(line.begin(), line.end(), is_lower);
}

// Whether a letter that can be a word is the first of a longer one here: of one that the text has
// elsewhere, while it has the rest only here; or the rest is none, as it has no vowel.
bool IsPartOfWord(std::string_view letter, std::string_view line, WordCounts& words) {
  const std::string rest = Fold(line.substr(0, WordEnd(line, 0)));
  const bool small = IsLower(CharacterAt(line, 0).code);
  if (small && rest.find_first_of("aeiouy") == std::string::npos &&
      std::all_of(rest.begin(), rest.end(), IsAsciiLetter))
    return true;
  const std::string whole =
      Fold(letter.substr(letter.size() - CharacterBefore(letter, letter.size()).size)) + rest;
  return words.Of(rest) == 1 && words.Of(whole) > 0;
}

}  // namespace

void MarkDropCaps(std::string_view text, std::vector<TextLine>& lines) {
  WordCounts words(text);
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const std::string_view letter = lines[i].span.In(text);
    const char32_t capital = LoneCapital(letter);
    TextLine& next = lines[i + 1];
    if (capital == 0 || !IsKept(lines[i]) || !IsKept(next)) continue;
    const bool begins = i == 0 || lines[i].blanks > 0 || lines[i].page != lines[i - 1].page ||
                        lines[i].role != lines[i - 1].role ||
                        EndOf(lines[i - 1].span.In(text)) == LineEnd::kSentence;
    const std::string_view rest = next.span.In(text);
    if (!begins || next.page != lines[i].page || next.column != lines[i].column ||
        next.role != lines[i].role || !BeginsWithRest(rest))
      continue;
    next.drop_cap = !IsWord(capital) || IsPartOfWord(letter, rest, words);
  }
}

}  // namespace koppel::text
