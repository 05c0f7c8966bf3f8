#include "pattern_lexicon.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>

namespace koppel::sentiment {
namespace {

constexpr std::array<std::string_view, 3> kLanguages = {"en", "fr", "nl"};

// Its judgements of words out of context are less sure than entries written for these rules.
constexpr double kStrength = 0.8;

std::string_view Attribute(std::string_view element, std::string_view name) {
  const std::string start = " " + std::string(name) + "=\"";
  const std::size_t begin = element.find(start);
  if (begin == std::string_view::npos) return {};
  element.remove_prefix(begin + start.size());
  return element.substr(0, element.find('"'));
}

struct Senses {
  PartOfSpeech part = PartOfSpeech::kAdverb;
  double sum = 0;
  int count = 0;
};

PartOfSpeech PartOf(std::string_view tag) {
  if (tag.starts_with('J')) return PartOfSpeech::kAdjective;
  if (tag.starts_with('N')) return PartOfSpeech::kNoun;
  return tag.starts_with('V') ? PartOfSpeech::kVerb : PartOfSpeech::kAdverb;
}

}  // namespace

void AddPatternWords(std::string_view xml, Lexicon& lexicon) {
  std::map<std::string, Senses, std::less<>> words;
  for (std::size_t at = xml.find("<word "); at != std::string_view::npos;
       at = xml.find("<word ", at + 1)) {
    const std::string_view element = xml.substr(at, xml.find('>', at) - at);
    const std::optional<double> polarity = ReadNumber(Attribute(element, "polarity"), -1, 1);
    const std::string_view form = Attribute(element, "form");
    if (!polarity || form.empty()) continue;
    Senses& senses = words[std::string(form)];
    senses.part = PartOf(Attribute(element, "pos"));
    senses.sum += *polarity;
    ++senses.count;
  }
  for (const auto& [form, senses] : words) {
    lexicon.AddWord(form, senses.part, senses.sum / senses.count, kStrength);
  }
}

Status AddPatternLexicon(Setup& setup, std::string_view language, Lexicon& lexicon) {
  if (std::find(kLanguages.begin(), kLanguages.end(), language) == kLanguages.end()) return Ok();
  const std::string code(language);
  const std::filesystem::path file =
      "/usr/lib/python3/dist-packages/pattern/text/" + code + "/" + code + "-sentiment.xml";
  if (!std::filesystem::exists(file)) {
    return InvalidParameter("'pattern': " + file.string() +
                            " is missing; install the package python3-pattern");
  }
  const Result<std::string> xml = setup.ReadResource(file);
  if (!xml.ok()) return Status(xml.status().kind(), xml.status().message());
  AddPatternWords(*xml, lexicon);
  return Ok();
}

}  // namespace koppel::sentiment
