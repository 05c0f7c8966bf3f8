#include "evidence.h"

#include <cmath>

#include "koppel/utf8.h"

namespace koppel::language {
namespace {

constexpr char kEdge = '_';

// Frequent words say more, since rare ones in the list occur as foreign words and names.
double WordWeight(std::size_t rank) { return 3.5 - 0.35 * std::log(static_cast<double>(rank) + 1); }
constexpr double kPatternWeight = 0.6;

// What a byte of ASCII becomes: a letter in lower case, an apostrophe, or an edge.
constexpr std::array<char, 128> kAscii = [] {
  std::array<char, 128> table{};
  table.fill(kEdge);
  for (std::size_t c = 'a'; c <= 'z'; ++c) {
    table[c] = table[c - 'a' + 'A'] = static_cast<char>(c);
  }
  table['\''] = '\'';
  return table;
}();

void AppendLetter(char32_t c, std::string& letters) {
  constexpr char32_t kTypographicApostrophe = 0x2019;
  if (c == kTypographicApostrophe) {
    letters += '\'';
  } else if (IsLetter(c)) {
    AppendUtf8(ToLower(c), letters);
  } else if (letters.back() != kEdge) {
    letters += kEdge;
  }
}

// The text in lower case, with _ for all that is neither letter nor apostrophe, and at both ends.
std::string Letters(std::string_view text) {
  std::string letters(1, kEdge);
  letters.reserve(text.size() + 2);
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte >= kAscii.size()) {
      const CodePoint c = DecodeAt(text, i);
      AppendLetter(c.value, letters);
      i += c.size;
      continue;
    }
    const char letter = kAscii[byte];
    if (letter != kEdge || letters.back() != kEdge) letters += letter;
    ++i;
  }
  if (letters.back() != kEdge) letters += kEdge;
  return letters;
}

std::string_view Take(std::string_view& rest, std::string_view stops) {
  const std::size_t end = rest.find_first_of(stops);
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return taken;
}

}  // namespace

Status Evidence::Add(std::string language, std::string_view data) {
  const std::size_t index = languages_.size();
  languages_.push_back(std::move(language));
  std::string_view section;
  std::size_t rank = 0;
  for (std::size_t number = 1; !data.empty(); ++number) {
    std::string_view line = Take(data, "\n");
    line = line.substr(0, line.find('#'));
    while (!line.empty()) {
      const std::string_view entry = Take(line, " \t\r");
      if (entry.empty()) continue;
      if (entry == "[words]" || entry == "[patterns]") {
        section = entry;
      } else if (section == "[words]") {
        words_[std::string(entry)].push_back({index, WordWeight(rank++)});
      } else if (section == "[patterns]") {
        AddPattern(entry, index);
      } else {
        return BadInput(std::to_string(number) + ": '" + std::string(entry) +
                        "' stands neither under [words] nor under [patterns]");
      }
    }
  }
  return Ok();
}

void Evidence::AddPattern(std::string_view pattern, std::size_t language) {
  std::size_t node = 0;
  for (const char c : pattern) {
    const auto byte = static_cast<unsigned char>(c);
    if (nodes_[node].next[byte] == 0) {
      nodes_[node].next[byte] = static_cast<std::uint16_t>(nodes_.size());
      nodes_.emplace_back();
    }
    node = nodes_[node].next[byte];
  }
  nodes_[node].weights.push_back({language, kPatternWeight});
}

std::vector<double> Evidence::Score(std::string_view text) const {
  std::vector<double> scores(languages_.size());
  const std::string letters = Letters(text);
  ScorePatterns(letters, scores);
  for (std::string_view rest = letters; !rest.empty();) {
    std::string_view word = Take(rest, "_");
    ScoreWord(word, scores);
    // l'homme, don't: the parts as well.
    if (word.find('\'') == std::string_view::npos) continue;
    while (!word.empty()) ScoreWord(Take(word, "'"), scores);
  }
  return scores;
}

void Evidence::ScoreWord(std::string_view word, std::vector<double>& scores) const {
  const auto found = words_.find(word);
  if (found == words_.end()) return;
  for (const Weight& weight : found->second) scores[weight.language] += weight.value;
}

void Evidence::ScorePatterns(std::string_view letters, std::vector<double>& scores) const {
  for (std::size_t begin = 0; begin < letters.size(); ++begin) {
    std::size_t node = 0;
    for (std::size_t i = begin; i < letters.size(); ++i) {
      node = nodes_[node].next[static_cast<unsigned char>(letters[i])];
      if (node == 0) break;
      for (const Weight& weight : nodes_[node].weights) scores[weight.language] += weight.value;
    }
  }
}

}  // namespace koppel::language
