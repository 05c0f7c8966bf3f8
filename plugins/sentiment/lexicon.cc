#include "lexicon.h"

#include <algorithm>
#include <array>

#include "koppel/utf8.h"

namespace koppel::sentiment {
namespace {

constexpr std::array<std::string_view, 5> kParts = {"adjective", "adverb", "noun", "verb",
                                                    "phrase"};

// Words between a verb and its particle: bounded, so that hostile text costs no more than other
// text.
constexpr std::size_t kFarthestParticle = 14;
// Compounds: sizes in bytes. Shorter tails are too often part of another word.
constexpr std::size_t kShortestTail = 6, kShortestHead = 3, kLongestCompound = 48;
// What a compound keeps of its head: its first part often says which, not how bad.
constexpr double kCompoundFactor = 0.8;

std::string_view Name(PartOfSpeech part) { return kParts[static_cast<std::size_t>(part)]; }

}  // namespace

std::optional<PartOfSpeech> ReadPart(std::string_view name) {
  const auto found = std::find(kParts.begin(), kParts.end(), name);
  if (found == kParts.end()) return std::nullopt;
  return static_cast<PartOfSpeech>(found - kParts.begin());
}

Status Lexicon::Add(std::string_view text, const Inflection& inflection) {
  if (HeaderValue(text, "licence").empty())
    return BadInput("1: no line '# licence: …' at the beginning");
  prefixes_ = inflection.prefixes();
  for (const TableRow& row : ReadTable(text)) {
    KOPPEL_RETURN_IF_ERROR(AddRow(row, inflection));
  }
  return Ok();
}

Status Lexicon::AddRow(const TableRow& row, const Inflection& inflection) {
  const std::optional<PartOfSpeech> part = ReadPart(row[1]);
  if (!part) return BadRow(row, "no part of speech:", row[1]);
  const std::optional<double> polarity = ReadNumber(row[2], -1, 1);
  if (!polarity) return BadRow(row, "no polarity from -1 to 1:", row[2]);
  const std::optional<double> strength = row[3].empty() ? 1.0 : ReadNumber(row[3], 0, 1);
  if (!strength) return BadRow(row, "no strength from 0 to 1:", row[3]);
  if (row[0].empty() || row[0].starts_with('*')) return BadRow(row, "no form:", row[0]);

  const Entry& entry =
      entries_.emplace_back(Entry{std::string(row[0]), *part, *polarity, *strength});
  const std::size_t bar = row[0].find('|');
  const std::string_view base = bar == std::string_view::npos ? row[0] : row[0].substr(bar + 1);
  std::vector<std::string> forms = {std::string(base)};
  if (row[4].empty()) {
    if (base.find(' ') == std::string_view::npos) forms = inflection.Forms(base, row[1]);
  } else if (row[4] != "=") {
    for (const std::string_view form : Split(row[4], ' ')) forms.emplace_back(form);
  }
  if (bar == std::string_view::npos) {
    AddForms(entry, forms);
  } else {
    AddSeparable(entry, row[0].substr(0, bar), forms);
  }
  return Ok();
}

void Lexicon::AddForms(const Entry& entry, const std::vector<std::string>& forms) {
  for (const std::string& form : forms) {
    for (auto& phrase : ReadPhrase(form)) forms_.Add(std::move(phrase), &entry);
  }
}

void Lexicon::AddSeparable(const Entry& entry, std::string_view particle,
                           const std::vector<std::string>& forms) {
  for (const std::string& form : forms) {
    const std::string folded = Fold(form);
    const std::string before = Fold(particle);
    forms_.Add({before + folded}, &entry);
    forms_.Add({before, "te", folded}, &entry);
    separable_[folded].push_back({before, &entry});
  }
}

void Lexicon::AddWord(std::string_view form, PartOfSpeech part, double polarity, double strength) {
  const Entry& entry = entries_.emplace_back(Entry{std::string(form), part, polarity, strength});
  AddForms(entry, {entry.name});
}

std::optional<Found> Lexicon::Find(const Words& words, std::size_t i, std::size_t end) const {
  const auto match = forms_.Find(words, i);
  if (match && match.last > i) return Found{*match.value, i, match.last};
  if (auto split = FindSeparable(words, i, end)) return split;
  if (match) return Found{*match.value, i, i};
  return FindDerived(words.Lower(i), i);
}

std::optional<Found> Lexicon::FindSeparable(const Words& words, std::size_t i,
                                            std::size_t end) const {
  const auto found = separable_.find(words.Lower(i));
  if (found == separable_.end()) return std::nullopt;
  for (std::size_t k = std::min(end, i + 1 + kFarthestParticle); k-- > i + 1;) {
    // What a word follows is a preposition: "valt tegen de deur".
    if (k + 1 < end && words[k + 1].is_word) continue;
    for (const Particle& particle : found->second) {
      if (particle.word == words.Lower(k)) return Found{particle.entry, i, k, true};
    }
  }
  return std::nullopt;
}

std::optional<Found> Lexicon::FindDerived(std::string_view word, std::size_t i) const {
  for (const Prefix& prefix : prefixes_) {
    if (!word.starts_with(prefix.text)) continue;
    const auto* known = forms_.FindWord(word.substr(prefix.text.size()));
    if (known != nullptr && Name((*known)->part) == prefix.part) {
      return Found{*known, i, i, false, prefix.factor, prefix.text};
    }
  }
  if (word.size() > kLongestCompound) return std::nullopt;
  for (std::size_t at = kShortestHead; at + kShortestTail <= word.size(); ++at) {
    if (!OnBoundary(word, at)) continue;
    const auto* known = forms_.FindWord(word.substr(at));
    if (known != nullptr && (*known)->part == PartOfSpeech::kNoun) {
      return Found{*known, i, i, false, kCompoundFactor, word.substr(0, at)};
    }
  }
  return std::nullopt;
}

}  // namespace koppel::sentiment
