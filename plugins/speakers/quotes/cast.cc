#include "quotes/cast.h"

#include <algorithm>

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

Mention::Form FormOf(const Name& name) {
  if (!name.given.empty()) return Mention::Form::kFull;
  return name.lone ? Mention::Form::kForename : Mention::Form::kSurname;
}

}  // namespace

Cast::Cast(const Words& words, const Lexicon& lexicon, Registry& registry) : registry_(registry) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::optional<Name> name = MatchName(words, i, lexicon);
    if (!name) continue;
    const int person = registry.Find(*name);
    if (person == kNobody && (!IsFull(*name) || (i > 0 && words.IsMark(i - 1, "(")))) continue;
    Mention::Form form = FormOf(*name);
    if (person != kNobody && form == Mention::Form::kForename &&
        FamilyKey(name->family) == registry[person].family) {
      form = Mention::Form::kSurname;
    }
    const bool object = i > 0 && lexicon.Has(List::kPreposition, words.Lower(i - 1));
    appearances_.push_back(
        {i, person, person == kNobody ? name : std::nullopt, name->span, form, object});
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

const Appearance* Cast::Last(std::size_t limit, std::size_t before, Gender gender,
                             int except) const {
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
    if (!fits || !person || (at->person == except && except != kNobody)) continue;
    if (!at->object) return &*at;
    if (object == nullptr) object = &*at;
  }
  return object;
}

}  // namespace koppel::speakers
