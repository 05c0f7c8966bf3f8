#include "ocr/readings.h"

#include <algorithm>
#include <utility>

#include "koppel/utf8.h"

namespace koppel::text {
namespace {

constexpr std::size_t kFewestLetters = 3;

using Confusion = std::pair<std::string_view, std::string_view>;  // what is read, what was meant

constexpr Confusion kConfusions[] = {
    {"rn", "m"},      {"m", "rn"}, {"cl", "d"}, {"d", "cl"}, {"li", "h"}, {"h", "li"},
    {"vv", "w"},      {"e", "c"},  {"c", "e"},  {"I", "l"},  {"l", "I"},  {"ii", "u"},
    {"\u00FF", "ij"}, {"0", "o"},  {"0", "O"},  {"1", "l"},  {"1", "i"},  {"5", "s"}};

bool HasLetters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < word.size();) {
    const CodePoint c = DecodeAt(word, pos);
    letters += IsLetter(c.value);
    pos += c.size;
  }
  return letters >= kFewestLetters;
}

void AddConfusion(std::string_view word, const Confusion& confusion,
                  std::vector<Reading>& readings) {
  const auto& [read, meant] = confusion;
  std::string all;
  std::size_t places = 0;
  std::size_t done = 0;
  for (std::size_t at = word.find(read); at != word.npos; at = word.find(read, done)) {
    std::string one(word);
    one.replace(at, read.size(), meant);
    readings.push_back({std::move(one), kConfusion});
    all.append(word.substr(done, at - done)).append(meant);
    done = at + read.size();
    ++places;
  }
  if (places > 1) readings.push_back({all.append(word.substr(done)), kConfusion});
}

bool EndsInLigature(std::string_view word) {
  return std::any_of(kLigatures.begin(), kLigatures.end(),
                     [word](std::string_view ligature) { return word.ends_with(ligature); });
}

bool BeginsWithLigature(std::string_view word) {
  return std::any_of(kLigatures.begin(), kLigatures.end(),
                     [word](std::string_view ligature) { return word.starts_with(ligature); });
}

}  // namespace

bool IsLigature(std::string_view word) {
  return std::find(kLigatures.begin(), kLigatures.end(), word) != kLigatures.end();
}

void AddConfusions(std::string_view word, std::vector<Reading>& readings) {
  const bool letters = HasLetters(word);
  for (const Confusion& confusion : kConfusions) {
    const bool digit = IsDigit(DecodeAt(confusion.first, 0).value);
    if (letters || !digit) AddConfusion(word, confusion, readings);
  }
}

void AddLostLigatures(std::string_view word, std::vector<Reading>& readings) {
  for (std::size_t at = 0; at < word.size(); at += DecodeAt(word, at).size) {
    for (const std::string_view ligature : kLigatures) {
      std::string whole(word);
      whole.insert(at, ligature);
      readings.push_back({std::move(whole), kLigatureLost});
    }
  }
}

void AddJoined(std::string_view left, std::string_view right, std::vector<Reading>& readings) {
  if (EndsInLigature(left) || BeginsWithLigature(right)) {
    readings.push_back({std::string(left).append(right), kLigatureSpaced});
  }
  for (const std::string_view ligature : kLigatures) {
    readings.push_back({std::string(left).append(ligature).append(right), kLigatureLost});
  }
}

}  // namespace koppel::text
