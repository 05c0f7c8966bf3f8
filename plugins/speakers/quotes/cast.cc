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

bool IsNamed(const Appearance& at) { return at.form != Mention::Form::kNounPhrase; }

}  // namespace

Cast::Cast(const Words& words, const Lexicon& lexicon, Registry& registry,
           std::vector<SpeechRange> speeches)
    : registry_(registry), speeches_(std::move(speeches)) {
  FindAppearances(words, lexicon, registry);
  LearnGenders(words, lexicon, registry);
}

void Cast::FindAppearances(const Words& words, const Lexicon& lexicon, Registry& registry) {
  Strangers strangers;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::optional<Name> name = MatchName(words, i, lexicon);
    if (!name) {
      i = AddUnnamed(words, i, lexicon);
      continue;
    }
    std::optional<Appearance> place = Named(words, *name, lexicon, registry, strangers);
    if (!place) continue;
    const bool source = i > 0 && lexicon.Match(List::kCueNominal, words, i - 1) == 1;
    place->object = i > 0 && !source && lexicon.Has(List::kPreposition, words.Lower(i - 1));
    place->speech = SpeechAt(i);
    appearances_.push_back(*std::move(place));
    i = name->last - 1;
  }
}

std::optional<Appearance> Cast::Named(const Words& words, const Name& name, const Lexicon& lexicon,
                                      Registry& registry, Strangers& strangers) const {
  Appearance place;
  place.word = name.first;
  place.span = name.span;
  place.form = FormOf(name);
  place.person = registry.Find(name);
  if (place.person != kNobody) {
    if (Completes(name, registry[place.person]))
      registry.Intern(name, words.Join(words.At(name.bare.begin), name.last));
    if (place.form == Mention::Form::kForename &&
        FamilyKey(name.family) == registry[place.person].family)
      place.form = Mention::Form::kSurname;
    return place;
  }
  if (CanBeStranger(words, name, lexicon)) {
    place.name = name;
    if (!name.given.empty()) strangers.insert_or_assign(FamilyKey(name.family), name);
    return place;
  }
  const auto known = name.given.empty() ? strangers.find(FamilyKey(name.family)) : strangers.end();
  if (known == strangers.end()) return std::nullopt;
  place.name = known->second;
  place.form = Mention::Form::kSurname;
  return place;
}

// "De burgemeester is trots.", "Daar staat een vrouw op.": somebody without a name who begins a
// sentence, or is new to the text. Returns the last word taken.
std::size_t Cast::AddUnnamed(const Words& words, std::size_t i, const Lexicon& lexicon) {
  if (!lexicon.Has(List::kDeterminer, words.Lower(i))) return i;
  const bool begins = i == 0 || EndsSentence(words, i - 1, lexicon);
  if (!begins && !lexicon.Has(List::kIndefinite, words.Lower(i))) return i;
  const std::optional<Subject> subject = MatchSubject(words, i, lexicon);
  if (!subject || subject->kind != Subject::Kind::kNounPhrase || !subject->human ||
      subject->organisation || subject->after_preposition ||
      lexicon.Has(List::kPeople, words.Lower(subject->head_end - 1)))
    return i;
  // "Onze buurvrouw Tineke" has a name.
  for (std::size_t k = i + 1; k < subject->head_end; ++k) {
    if (const auto name = MatchName(words, k, lexicon); name && name->titled) return i;
  }
  Appearance place;
  place.word = i;
  place.span = words.Cover(i, subject->head_end);
  place.form = Mention::Form::kNounPhrase;
  place.gender = subject->gender;
  place.speech = SpeechAt(i);
  appearances_.push_back(std::move(place));
  return subject->head_end - 1;
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
  return Search(limit, before,
                [&](const Appearance& at) { return IsNamed(at) && Fits(at, gender, except); });
}

const Appearance* Cast::Meant(std::size_t limit, std::size_t paragraph, std::size_t before,
                              Gender gender, const std::vector<int>& except) const {
  const int speech = SpeechAt(before);
  const auto heard = [&](const Appearance& at) {
    return (at.speech == kNoSpeech || at.speech == speech) && Fits(at, gender, except);
  };
  const auto unnamed = [&](const Appearance& at) { return !IsNamed(at) && heard(at); };
  const auto named = [&](const Appearance& at) { return IsNamed(at) && heard(at); };
  const auto subject = [&](const Appearance& at) { return !at.object && named(at); };
  const std::size_t near = std::max(limit, paragraph);
  if (const Appearance* meant = Search(near, before, subject)) return meant;
  if (const Appearance* meant = Search(near, before, unnamed)) return meant;
  return Search(limit, before, named);
}

bool Cast::Fits(const Appearance& at, Gender gender, const std::vector<int>& except) const {
  Gender known = at.gender;
  if (at.person != kNobody) {
    if (registry_[at.person].kind != Entity::Kind::kPerson) return false;
    if (std::find(except.begin(), except.end(), at.person) != except.end()) return false;
    known = registry_[at.person].gender;
  } else if (at.name) {
    known = at.name->gender;
  }
  return gender == Gender::kUnknown || known == Gender::kUnknown || known == gender;
}

template <typename Fitting>
const Appearance* Cast::Search(std::size_t limit, std::size_t before, Fitting fitting) const {
  auto at = std::lower_bound(appearances_.begin(), appearances_.end(), before,
                             [](const Appearance& a, std::size_t word) { return a.word < word; });
  const Appearance* object = nullptr;
  for (std::size_t tried = 0; at != appearances_.begin() && tried < kReach; ++tried) {
    --at;
    if (at->word < limit) break;
    if (!fitting(*at)) continue;
    if (!at->object) return &*at;
    if (object == nullptr) object = &*at;
  }
  return object;
}

}  // namespace koppel::speakers
