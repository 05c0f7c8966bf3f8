#include "ocr/readings.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "koppel/utf8.h"

namespace koppel::text {
namespace {

constexpr std::size_t kFewestLetters = 2;

struct Confusion {
  std::string_view read, meant;
};

struct ConfusionRule {
  std::string_view rule;
  std::span<const Confusion> confusions;
};

constexpr Confusion kStrokes[] = {
    {"rn", "m"}, {"m", "rn"}, {"cl", "d"},      {"d", "cl"}, {"li", "h"}, {"h", "li"},
    {"vv", "w"}, {"e", "c"},  {"c", "e"},       {"n", "u"},  {"u", "n"},  {"ii", "u"},
    {"ii", "n"}, {"ri", "n"}, {"ii", "\u00FC"}, {"I", "l"},  {"l", "I"},  {"\u00FC", "ii"}};
constexpr Confusion kDigits[] = {{"0", "o"}, {"0", "O"}, {"1", "l"}, {"1", "i"},     {"1", "I"},
                                 {"5", "s"}, {"5", "S"}, {"8", "B"}, {"6", "\u00E9"}};
constexpr Confusion kIj[] = {{"\u00FF", "ij"}};

constexpr ConfusionRule kRules[] = {{kConfusion, kStrokes}, {kDigit, kDigits}, {kIjAsY, kIj}};

// "1st", "2e", "10de": a number that is written with letters behind it.
bool IsOrdinal(std::string_view word) {
  constexpr std::string_view kEndings[] = {
      "e",   "de",       "ste", "st",  "nd",       "rd",        "th", "er", "re", "er", "ers",
      "ere", "\u00E8re", "en",  "eme", "\u00E8me", "i\u00E8me", "s",  "n",  "te", "ten"};
  const std::size_t digits = word.find_first_not_of("0123456789");
  return digits > 0 && digits != std::string_view::npos &&
         std::find(std::begin(kEndings), std::end(kEndings), word.substr(digits)) !=
             std::end(kEndings);
}

bool HasLetters(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t pos = 0; pos < word.size();) {
    const CodePoint c = DecodeAt(word, pos);
    letters += IsLetter(c.value);
    pos += c.size;
  }
  return letters >= kFewestLetters;
}

void AddConfusion(std::string_view word, const Confusion& confusion, std::string_view rule,
                  std::vector<Reading>& readings) {
  const auto& [read, meant] = confusion;
  std::string all;
  std::size_t places = 0;
  std::size_t done = 0;
  for (std::size_t at = word.find(read); at != word.npos; at = word.find(read, done)) {
    std::string one(word);
    one.replace(at, read.size(), meant);
    readings.push_back({std::move(one), rule});
    all.append(word.substr(done, at - done)).append(meant);
    done = at + read.size();
    ++places;
  }
  if (places > 1) readings.push_back({all.append(word.substr(done)), rule});
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
  const bool number = !HasLetters(word) || IsOrdinal(word);
  for (const auto& [rule, confusions] : kRules) {
    if (rule == kDigit && number) continue;
    for (const Confusion& confusion : confusions) AddConfusion(word, confusion, rule, readings);
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
