#include "lexicon/patterns.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <utility>

#include "lines/characters.h"

namespace koppel::text {
namespace {

std::string Utf8FromLatin1(std::string_view latin1) {
  std::string text;
  for (const char c : latin1) AppendUtf8(static_cast<unsigned char>(c), text);
  return text;
}

constexpr std::uint64_t kNoLetters = 0xCBF29CE484222325U;

// FNV-1a, one letter after the other.
std::uint64_t Extended(std::uint64_t hash, char letter) {
  return (hash ^ static_cast<unsigned char>(letter)) * 0x100000001B3U;
}

// The number behind a keyword; false if the line does not begin with it.
bool ReadNumber(std::string_view line, std::string_view keyword, std::size_t& number) {
  if (line.substr(0, keyword.size()) != keyword) return false;
  number = static_cast<std::size_t>(
      std::strtoul(std::string(line.substr(keyword.size())).c_str(), nullptr, 10));
  return true;
}

bool IsPattern(std::string_view line) {
  if (line.empty() || line[0] == '%' || line[0] == '#' || IsUpper(CharacterAt(line, 0).code))
    return false;
  return line.find_first_of("/ ") == std::string_view::npos;
}

}  // namespace

std::unique_ptr<BreakPatterns> BreakPatterns::Load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string line;
  if (!std::getline(file, line)) return nullptr;
  const std::string encoding = line.substr(0, line.find_last_not_of(" \r") + 1);
  const bool latin1 = encoding == "ISO8859-1";
  if (!latin1 && encoding != "UTF-8") return nullptr;
  auto patterns = std::make_unique<BreakPatterns>();
  while (std::getline(file, line)) {
    line.resize(line.find_last_not_of(" \t\r") + 1);
    patterns->AddLine(line, latin1);
  }
  return patterns;
}

void BreakPatterns::AddLine(std::string_view line, bool latin1) {
  if (line == "NEXTLEVEL") levels_.emplace_back();
  if (ReadNumber(line, "LEFTHYPHENMIN ", shortest_left_)) return;
  if (ReadNumber(line, "RIGHTHYPHENMIN ", shortest_right_)) return;
  if (!IsPattern(line)) return;
  const std::string pattern = latin1 ? Utf8FromLatin1(line) : std::string(line);
  std::string letters;
  std::string digits(1, '0');
  for (const char c : pattern) {
    if (c >= '0' && c <= '9') {
      digits.back() = c;
    } else {
      letters.push_back(c);
      digits.push_back('0');
    }
  }
  levels_.back().Add(letters, digits);
}

const BreakPatterns::Level::Slot& BreakPatterns::Level::Find(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = (hash ^ hash >> 32U) & mask;
  while (slots_[i].hash != 0 && slots_[i].hash != hash) i = (i + 1) & mask;
  return slots_[i];
}

BreakPatterns::Level::Slot& BreakPatterns::Level::Find(std::uint64_t hash) {
  return const_cast<Slot&>(std::as_const(*this).Find(hash));
}

void BreakPatterns::Level::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.hash != 0) Find(slot.hash) = slot;
  }
}

void BreakPatterns::Level::Add(std::string_view letters, std::string_view digits) {
  if (letters.empty()) return;
  longest_ = std::max(longest_, letters.size());
  std::uint64_t hash = kNoLetters;
  for (const char letter : letters) {
    hash = Extended(hash, letter);
    if (used_ * 2 >= slots_.size()) Grow();
    Slot& slot = Find(hash);
    used_ += slot.hash == 0;
    slot.hash = hash;
  }
  Find(hash).digits = static_cast<std::uint32_t>(digits_.size());
  digits_ += digits;
}

// Liang's rule for one place: of all patterns that reach over it the highest digit counts, and odd
// is a break.
bool BreakPatterns::Level::Allows(std::string_view word, std::size_t place) const {
  char highest = '0';
  const std::size_t first = place < longest_ ? 0 : place - longest_;
  for (std::size_t begin = first; begin <= place; ++begin) {
    const std::size_t last = std::min(word.size(), begin + longest_);
    std::uint64_t hash = kNoLetters;
    for (std::size_t end = begin + 1; end <= last; ++end) {
      hash = Extended(hash, word[end - 1]);
      const Slot& found = Find(hash);
      if (found.hash == 0) break;
      if (end < place || found.digits == 0) continue;
      highest = std::max(highest, digits_[found.digits + place - begin]);
    }
  }
  return ((highest - '0') & 1) != 0;
}

Legality BreakPatterns::Judge(std::string_view left, std::string_view right) const {
  if (CodePoints(left) < shortest_left_ || CodePoints(right) < shortest_right_)
    return Legality::kForbidden;
  std::string word(1, '.');
  word += Fold(left);
  const std::size_t place = word.size();
  word += Fold(right) + ".";
  const bool allowed = std::any_of(levels_.begin(), levels_.end(),
                                   [&](const Level& level) { return level.Allows(word, place); });
  return allowed ? Legality::kAllowed : Legality::kForbidden;
}

}  // namespace koppel::text
