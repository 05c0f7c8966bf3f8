#include "quotes/cast.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace koppel::speakers {

namespace {

constexpr std::size_t kReach = 60;         // names that are tried for a pronoun
constexpr std::size_t kPronounReach = 15;  // words behind a name
constexpr double kAmbiguous = 0.4;         // weight of a pronoun that can be plural too

// A title with a surname, or a forename with one: longer ones are titles of things more often than
// people.
bool IsFull(const Name& name) {
  if (name.family.empty()) return false;
  return name.titled || (!name.given.empty() && name.given.find(' ') == std::string::npos);
}

// Whether a name of nobody known can be a person's: "(zie ook Jan Smit" is a source, and "Le
// Courrier du Quartier", behind its article, a thing.
bool CanBeStranger(const Words& words, const Name& name, const Lexicon& lexicon) {
  if (!IsFull(name)) return false;
  if (name.first == 0 || words[name.first].blank_before) return true;
  if (words.IsMark(name.first - 1, "(")) return false;
  return name.titled || !lexicon.Has(List::kDeterminer, words.Lower(name.first - 1));
}

// "Margot Scholte" for who was only known as Scholte.
bool Completes(const Name& name, const Person& person) {
  return IsFull(name) && !name.given.empty() && person.given.empty() &&
         FamilyKey(name.family) == person.family;
}

Mention::Form FormOf(const Name& name) {
  if (!name.given.empty()) return Mention::Form::kFull;
  return name.lone ? Mention::Form::kForename : Mention::Form::kSurname;
}

}  // namespace

Cast::Cast(const Words& words, const Lexicon& lexicon, Registry& registry,
           std::vector<SpeechRange> speeches)
    : registry_(registry), speeches_(std::move(speeches)) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::optional<Name> name = MatchName(words, i, lexicon);
    if (!name) continue;
    const int person = registry.Find(*name);
    if (person == kNobody && !CanBeStranger(words, *name, lexicon)) continue;
    if (person != kNobody && Completes(*name, registry[person]))
      registry.Intern(*name, words.Join(words.At(name->bare.begin), name->last));
    Mention::Form form = FormOf(*name);
    if (person != kNobody && form == Mention::Form::kForename &&
        FamilyKey(name->family) == registry[person].family) {
      form = Mention::Form::kSurname;
    }
    const bool object = i > 0 && lexicon.Has(List::kPreposition, words.Lower(i - 1));
    appearances_.push_back({i, person, person == kNobody ? name : std::nullopt, name->span, form,
                            object, SpeechAt(i)});
    i = name->last - 1;
  }
  LearnGenders(words, lexicon, registry);
}

void Cast::LearnGenders(const Words& words, const Lexicon& lexicon, Registry& registry) {
  std::vector<std::pair<double, double>> votes(registry.people().size());  // male, female
  for (std::size_t a = 0; a < appearances_.size(); ++a) {
    std::size_t end = std::min(appearances_[a].word + kPronounReach, words.size());
    if (a + 1 < appearances_.size()) end = std::min(end, appearances_[a + 1].word);
    if (appearances_[a].person == kNobody) continue;
    auto& [male, female] = votes[static_cast<std::size_t>(appearances_[a].person)];
    for (std::size_t i = appearances_[a].word + 1; i < end && !words[i].blank_before; ++i) {
      const double weight = lexicon.Has(List::kPlural, words.Lower(i)) ? kAmbiguous : 1;
      if (lexicon.Has(List::kMale, words.Lower(i))) male += weight;
      if (lexicon.Has(List::kFemale, words.Lower(i))) female += weight;
    }
  }
  for (std::size_t p = 0; p < votes.size(); ++p) {
    const auto [male, female] = votes[p];
    if (male == female) continue;
    registry.SetGender(static_cast<int>(p), male > female ? Gender::kMale : Gender::kFemale);
  }
}

int Cast::SpeechAt(std::size_t word) const {
  const auto after =
      std::upper_bound(speeches_.begin(), speeches_.end(), word,
                       [](std::size_t w, const SpeechRange& range) { return w < range.first; });
  if (after == speeches_.begin() || word >= std::prev(after)->last) return kNoSpeech;
  return std::prev(after)->speech;
}

const Appearance* Cast::Last(std::size_t limit, std::size_t before, Gender gender,
                             const std::vector<int>& except) const {
  return Search(limit, before, gender, except, [](const Appearance&) { return true; });
}

const Appearance* Cast::Meant(std::size_t limit, std::size_t before, Gender gender,
                              const std::vector<int>& except) const {
  const int speech = SpeechAt(before);
  return Search(limit, before, gender, except, [&](const Appearance& at) {
    return at.speech == kNoSpeech || at.speech == speech;
  });
}

template <typename Heard>
const Appearance* Cast::Search(std::size_t limit, std::size_t before, Gender gender,
                               const std::vector<int>& except, Heard heard) const {
  auto at = std::lower_bound(appearances_.begin(), appearances_.end(), before,
                             [](const Appearance& a, std::size_t word) { return a.word < word; });
  const Appearance* object = nullptr;
  for (std::size_t tried = 0; at != appearances_.begin() && tried < kReach; ++tried) {
    --at;
    if (at->word < limit) break;
    const Gender known = at->person == kNobody ? at->name->gender : registry_[at->person].gender;
    const bool fits = gender == Gender::kUnknown || known == Gender::kUnknown || known == gender;
    const bool person =
        at->person == kNobody || registry_[at->person].kind == Entity::Kind::kPerson;
    const bool excepted = at->person != kNobody &&
                          std::find(except.begin(), except.end(), at->person) != except.end();
    if (!fits || !person || excepted || !heard(*at)) continue;
    if (!at->object) return &*at;
    if (object == nullptr) object = &*at;
  }
  return object;
}

}  // namespace koppel::speakers
