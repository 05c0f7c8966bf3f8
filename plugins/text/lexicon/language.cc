#include "lexicon/language.h"

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "lines/characters.h"

namespace koppel::text {
namespace {

std::string Text(const YAML::Node& node) { return node ? node.as<std::string>() : std::string(); }

std::u32string Characters(std::string_view text) {
  std::u32string characters;
  for (std::size_t pos = 0; pos < text.size(); pos += CharacterAt(text, pos).size) {
    characters.push_back(CharacterAt(text, pos).code);
  }
  return characters;
}

bool Flag(const YAML::Node& node) { return node && node.as<bool>(); }

std::vector<std::string> Folded(const YAML::Node& node) {
  std::vector<std::string> words;
  for (const auto& item : node) words.push_back(Fold(item.as<std::string>()));
  return words;
}

FoldedSet Set(const YAML::Node& node) {
  FoldedSet set;
  for (const std::string& word : Folded(node)) set.Insert(word);
  return set;
}

// One entry of `restorations` may list several spellings: {rule: trema, forms: [e|e=eë, a|e=aë]}.
void ReadRestorations(const YAML::Node& node, std::vector<Restoration>& out) {
  Restoration base;
  base.rule = node["rule"].as<std::string>();
  base.after = Characters(Text(node["after"]));
  base.whole_right = Flag(node["whole_right"]);
  base.productive = Flag(node["productive"]);
  for (const auto& item : node["forms"]) {
    const auto form = item.as<std::string>();
    const std::size_t bar = form.find('|');
    const std::size_t equals = form.find('=', bar == std::string::npos ? 0 : bar);
    if (bar == std::string::npos || equals == std::string::npos) {
      throw YAML::RepresentationException(item.Mark(), "expected left|right=joined");
    }
    base.left = form.substr(0, bar);
    base.right = form.substr(bar + 1, equals - bar - 1);
    base.joined = form.substr(equals + 1);
    out.push_back(base);
  }
}

// Each `from=to`.
std::vector<SpellingChange> Changes(const YAML::Node& node) {
  std::vector<SpellingChange> changes;
  for (const auto& item : node) {
    const auto change = item.as<std::string>();
    const std::size_t equals = change.find('=');
    if (equals == 0 || equals == std::string::npos)
      throw YAML::RepresentationException(item.Mark(), "expected from=to");
    changes.push_back({Fold(change.substr(0, equals)), Fold(change.substr(equals + 1))});
  }
  return changes;
}

// Each `left|right`.
std::vector<HyphenatedPair> Pairs(const YAML::Node& node) {
  std::vector<HyphenatedPair> pairs;
  for (const auto& item : node) {
    const auto pair = item.as<std::string>();
    const std::size_t bar = pair.find('|');
    if (bar == 0 || bar == std::string::npos)
      throw YAML::RepresentationException(item.Mark(), "expected left|right");
    pairs.push_back({Fold(pair.substr(0, bar)), Fold(pair.substr(bar + 1))});
  }
  return pairs;
}

void ReadDictionary(const YAML::Node& node, DictionaryFiles& files) {
  files.hunspell = Text(node["hunspell"]["path"]);
  files.hunspell_package = Text(node["hunspell"]["package"]);
  files.word_list = Text(node["word_list"]["path"]);
  files.word_list_package = Text(node["word_list"]["package"]);
  files.patterns = Text(node["patterns"]["path"]);
  files.patterns_package = Text(node["patterns"]["package"]);
}

void Read(const YAML::Node& root, LanguageData& language) {
  language.code = root["language"].as<std::string>();
  if (root["dictionary"]) ReadDictionary(root["dictionary"], language.dictionary);
  language.function_words = Set(root["function_words"]);
  language.conjunctions = Set(root["conjunctions"]);
  language.hyphen_prefixes = Set(root["hyphen_prefixes"]);
  language.hyphen_suffixes = Set(root["hyphen_suffixes"]);
  language.proper_prefixes = Set(root["proper_prefixes"]);
  language.bound_prefixes = Set(root["bound_prefixes"]);
  language.bound_suffixes = Set(root["bound_suffixes"]);
  language.inflections = Set(root["inflections"]);
  language.particles = Set(root["particles"]);
  language.name_prefixes = Set(root["name_prefixes"]);
  language.name_particles = Set(root["name_particles"]);
  language.linking_elements = Set(root["linking_elements"]);
  language.vowel_collisions = Folded(root["vowel_collisions"]);
  language.hyphen_endings = Folded(root["hyphen_endings"]);
  language.equal_endings = Folded(root["equal_endings"]);
  for (const auto& group : root["coordinates"]) language.coordinates.push_back(Set(group));
  language.adjectives = Changes(root["adjectives"]);
  language.variants = Changes(root["variants"]);
  language.vowels = Text(root["vowels"]);
  language.closed_compounds = Flag(root["closed_compounds"]);
  language.capital_nouns = Flag(root["capital_nouns"]);
  if (const YAML::Node old = root["old_spelling"]) {
    language.old_words = Changes(old["words"]);
    language.old_letters = Changes(old["letters"]);
    language.old_pairs = Pairs(old["hyphenated"]);
  }
  for (const auto& item : root["restorations"]) ReadRestorations(item, language.restorations);
}

}  // namespace

void FoldedSet::Insert(std::string_view word) { words_.insert(Fold(word)); }

Result<LanguageData> LoadLanguage(const std::string& path) {
  try {
    LanguageData language;
    Read(YAML::LoadFile(path), language);
    return language;
  } catch (const YAML::BadFile&) {
    return IoError(fmt::format("{}: cannot be read", path));
  } catch (const YAML::Exception& problem) {
    return BadInput(fmt::format("{}: {}", path, problem.what()));
  }
}

}  // namespace koppel::text
