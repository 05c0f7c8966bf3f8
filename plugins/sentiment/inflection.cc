#include "inflection.h"

#include <optional>

namespace koppel::sentiment {
namespace {

constexpr std::string_view kVowels = "aeiouy";

bool Matches(char rule, char letter) {
  const bool ascii = letter >= 'a' && letter <= 'z';
  const bool vowel = kVowels.find(letter) != std::string_view::npos;
  if (rule == 'V') return vowel;
  if (rule == 'C') return ascii && !vowel;
  return rule == letter;
}

// The letters that stand for C and V, if the word ends so and more of it is left.
std::optional<std::string> MatchEnding(std::string_view word, std::string_view ending) {
  if (word.size() <= ending.size() && !ending.empty()) return std::nullopt;
  std::string letters;
  const std::string_view tail = word.substr(word.size() - ending.size());
  for (std::size_t i = 0; i < ending.size(); ++i) {
    if (!Matches(ending[i], tail[i])) return std::nullopt;
    if (ending[i] == 'C' || ending[i] == 'V') letters += tail[i];
  }
  return letters;
}

std::string Fill(std::string_view form, std::string_view stem, std::string_view letters) {
  std::string filled;
  for (const char c : form) {
    if (c == '~') {
      filled += stem;
    } else if (c >= '1' && c <= '9') {
      const auto position = static_cast<std::size_t>(c - '1');
      if (position < letters.size()) filled += letters[position];
    } else {
      filled += c;
    }
  }
  return filled;
}

std::vector<std::string> Strings(std::string_view field) {
  std::vector<std::string> strings;
  for (const std::string_view part : Split(field, ' ')) strings.emplace_back(part);
  return strings;
}

}  // namespace

Result<Inflection> Inflection::Parse(std::string_view text) {
  Inflection inflection;
  for (const TableRow& row : ReadTable(text)) {
    if (row[0] == "rule") {
      inflection.rules_.push_back({std::string(row[1]), std::string(row[2]), Strings(row[3])});
    } else if (row[0] == "irregular") {
      inflection.irregular_[std::string(row[1])] = Strings(row[2]);
    } else if (row[0] == "prefix") {
      const std::optional<double> factor = ReadNumber(row[3], -2, 2);
      if (!factor) return BadRow(row, "no factor from -2 to 2:", row[3]);
      inflection.prefixes_.push_back({std::string(row[1]), std::string(row[2]), *factor});
    } else {
      return BadRow(row, "neither rule, irregular nor prefix:", row[0]);
    }
  }
  return inflection;
}

std::vector<std::string> Inflection::Forms(std::string_view word, std::string_view part) const {
  std::vector<std::string> forms = {std::string(word)};
  if (const auto found = irregular_.find(word); part == "verb" && found != irregular_.end()) {
    forms.insert(forms.end(), found->second.begin(), found->second.end());
    return forms;
  }
  for (const Rule& rule : rules_) {
    if (rule.part != part) continue;
    const std::optional<std::string> letters = MatchEnding(word, rule.ending);
    if (!letters) continue;
    const std::string_view stem = word.substr(0, word.size() - rule.ending.size());
    for (const std::string& form : rule.forms) forms.push_back(Fill(form, stem, *letters));
    break;
  }
  return forms;
}

}  // namespace koppel::sentiment
