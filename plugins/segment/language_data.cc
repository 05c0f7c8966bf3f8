#include "language_data.h"

#include <array>

#include "characters.h"

namespace koppel::segment {
namespace {

struct AbbreviationSection {
  std::string_view name;
  AbbreviationClass value;
};
constexpr std::array<AbbreviationSection, 4> kAbbreviationSections{{
    {"title", AbbreviationClass::kTitle},
    {"number", AbbreviationClass::kNumber},
    {"final", AbbreviationClass::kFinal},
    {"inner", AbbreviationClass::kInner},
}};

struct WordSection {
  std::string_view name;
  WordSet LanguageRules::*member;
};
constexpr std::array<WordSection, 7> kWordSections{{
    {"starters", &LanguageRules::starters},
    {"clitics", &LanguageRules::clitics},
    {"elisions", &LanguageRules::elisions},
    {"inversions", &LanguageRules::inversions},
    {"prefixes", &LanguageRules::prefixes},
    {"words", &LanguageRules::words},
    {"domains", &LanguageRules::domains},
}};

struct Rule {
  std::string_view name;
  bool LanguageRules::*member;
};
constexpr std::array<Rule, 8> kRules{{
    {"keep_hyphens", &LanguageRules::keep_hyphens},
    {"keep_slashes", &LanguageRules::keep_slashes},
    {"join_percent", &LanguageRules::join_percent},
    {"join_mark_runs", &LanguageRules::join_mark_runs},
    {"plural_possessives", &LanguageRules::plural_possessives},
    {"spaced_thousands", &LanguageRules::spaced_thousands},
    {"ordinal_dots", &LanguageRules::ordinal_dots},
    {"semicolon_starts", &LanguageRules::semicolon_starts},
}};

template <class Table>
auto Find(const Table& table, std::string_view name) {
  auto it = table.begin();
  while (it != table.end() && it->name != name) ++it;
  return it;
}

bool AddRule(std::string_view name, LanguageRules& rules) {
  const auto rule = Find(kRules, name);
  if (rule == kRules.end()) return false;
  rules.*(rule->member) = true;
  return true;
}

bool IsSection(std::string_view name) {
  return name == "rules" || Find(kAbbreviationSections, name) != kAbbreviationSections.end() ||
         Find(kWordSections, name) != kWordSections.end();
}

bool AddEntry(std::string_view section, std::string_view entry, LanguageRules& rules) {
  if (section == "rules") return AddRule(entry, rules);
  if (const auto a = Find(kAbbreviationSections, section); a != kAbbreviationSections.end()) {
    rules.abbreviations[std::string(entry)] = a->value;
    return true;
  }
  const auto words = Find(kWordSections, section);
  if (words == kWordSections.end()) return false;
  (rules.*(words->member)).insert(Fold(entry));
  return true;
}

std::string_view TakeUntil(std::string_view& rest, std::string_view stops) {
  const std::size_t end = rest.find_first_of(stops);
  const std::string_view taken = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return taken;
}

Status Problem(std::size_t line, std::string_view what, std::string_view word) {
  return BadInput(std::to_string(line) + ": " + std::string(what) + " '" + std::string(word) + "'");
}

}  // namespace

const AbbreviationClass* FindAbbreviation(const LanguageRules& rules, std::string_view word) {
  auto found = rules.abbreviations.find(word);
  if (found == rules.abbreviations.end()) found = rules.abbreviations.find(Fold(word));
  return found == rules.abbreviations.end() ? nullptr : &found->second;
}

Status AddLanguageData(std::string_view text, LanguageRules& rules) {
  std::string_view section;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = TakeUntil(text, "\n");
    line = line.substr(0, line.find('#'));
    while (!line.empty()) {
      const std::string_view entry = TakeUntil(line, " \t\r");
      if (entry.empty()) continue;
      if (entry.front() == '[' && entry.back() == ']') {
        section = entry.substr(1, entry.size() - 2);
        if (!IsSection(section)) return Problem(number, "unknown section", section);
      } else if (!AddEntry(section, entry, rules)) {
        return Problem(number, section.empty() ? "entry outside a section" : "unknown rule", entry);
      }
    }
  }
  return Ok();
}

}  // namespace koppel::segment
