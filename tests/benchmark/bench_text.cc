#include "bench_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string_view>
#include <utility>

#include "bench_corpus.h"

namespace koppel::bench {
namespace {

constexpr char kWordList[] = "/usr/share/dict/dutch";

// As they fit Dutch: ten words are a fifth of all, half of the words of a megabyte are there once.
constexpr double kOffset = 2.7, kExponent = 1.07;
constexpr std::size_t kWordsPerCompound = 8;
constexpr std::size_t kSentencesInParagraph = 6;
constexpr std::size_t kWidth = 64;
constexpr std::size_t kLeastPart = 3;  // letters on either side of a break

bool IsPlain(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::vector<std::string> SampleWords() {
  std::map<std::string, std::size_t> counts;
  for (const std::string& text : SampleTexts()) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" \n\f\t\r.,:;!?", begin), text.size());
      if (const std::string word = text.substr(begin, end - begin); !word.empty() && IsPlain(word))
        ++counts[word];
      begin = end + 1;
    }
  }
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> words;
  for (auto& [word, count] : sorted) words.push_back(word);
  return words;
}

std::vector<std::string> ListedWords() {
  std::vector<std::string> words;
  std::ifstream list(kWordList);
  for (std::string word; std::getline(list, word);) words.push_back(word);
  if (words.empty()) {
    fmt::print(stderr, "no {}: install wdutch\n", kWordList);
    std::exit(1);
  }
  return words;
}

// std::shuffle may differ from one library to the next.
void Shuffle(std::vector<std::string>& words, std::mt19937_64& chance) {
  for (std::size_t i = words.size(); i > 1; --i) std::swap(words[i - 1], words[chance() % i]);
}

void AddCompounds(std::vector<std::string>& words, std::mt19937_64& chance) {
  std::vector<std::string> parts;
  std::copy_if(words.begin(), words.end(), std::back_inserter(parts), [](const std::string& word) {
    return word.size() >= 4 && word.size() <= 9 && IsPlain(word);
  });
  const std::size_t compounds = words.size() / kWordsPerCompound;
  for (std::size_t i = 0; i < compounds; ++i)
    words.push_back(parts[chance() % parts.size()] + parts[chance() % parts.size()]);
}

// Where a word may be broken with `room` bytes left, or 0.
std::size_t BreakOf(std::string_view word, std::size_t room) {
  if (word.size() < 2 * kLeastPart || room <= kLeastPart) return 0;
  return std::min(room - 1, word.size() - kLeastPart);
}

std::string_view Letters(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
  return word;
}

}  // namespace

Vocabulary::Vocabulary() : words_(SampleWords()) {
  std::mt19937_64 chance(1);
  std::vector<std::string> rare = ListedWords();
  AddCompounds(rare, chance);
  Shuffle(rare, chance);
  words_.insert(words_.end(), rare.begin(), rare.end());
  double sum = 0;
  for (std::size_t rank = 1; rank <= words_.size(); ++rank) {
    sum += std::pow(static_cast<double>(rank) + kOffset, -kExponent);
    weights_.push_back(sum);
  }
}

const std::string& Vocabulary::Draw(std::mt19937_64& chance) const {
  constexpr double kSteps = 9007199254740992;  // 2⁵³
  const double at = static_cast<double>(chance() >> 11U) / kSteps * weights_.back();
  const auto found = std::upper_bound(weights_.begin(), weights_.end(), at);
  return words_[std::min<std::size_t>(static_cast<std::size_t>(found - weights_.begin()),
                                      words_.size() - 1)];
}

std::vector<std::string> TextMaker::Sentence() {
  const std::size_t length = 8 + chance_() % 16;
  std::vector<std::string> words;
  while (words.size() < length) {
    words.push_back(vocabulary_.Draw(chance_));
    if (chance_() % 40 == 0) words.back() = "\u2018" + words.back() + "\u2019";
    if (chance_() % 12 == 0) words.back() += ',';
  }
  if (char& first = words.front().front(); first >= 'a' && first <= 'z')
    first = static_cast<char>(first - 'a' + 'A');
  words.back() = std::string(Letters(words.back())) + '.';
  return words;
}

std::vector<std::string> TextMaker::Paragraph() {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < kSentencesInParagraph; ++i) {
    for (std::string& word : Sentence()) words.push_back(std::move(word));
  }
  return words;
}

std::string TextMaker::Clean(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    if (!text.empty()) text += "\n\n";
    const std::size_t begin = text.size();
    for (const std::string& word : Paragraph()) {
      if (text.size() > begin) text += ' ';
      text += word;
    }
  }
  return text;
}

std::string TextMaker::Hyphenated(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    std::size_t column = 0;
    for (const std::string& whole : Paragraph()) {
      std::string_view word = whole;
      if (column > 0 && column + 1 + word.size() > kWidth) {
        const std::string_view letters = Letters(word);
        const std::size_t room = column + 1 < kWidth ? kWidth - column - 1 : 0;
        if (const std::size_t part = IsPlain(letters) ? BreakOf(letters, room) : 0; part > 0) {
          broken_.emplace_back(letters);
          text.append(" ").append(word.substr(0, part)).append("-");
          word.remove_prefix(part);
        }
        text += '\n';
        column = 0;
      }
      if (column > 0) text += ' ';
      column += word.size() + (column > 0);
      text += word;
    }
    text += '\n';
  }
  return text;
}

}  // namespace koppel::bench
