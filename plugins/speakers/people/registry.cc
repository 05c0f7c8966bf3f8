#include "people/registry.h"

#include <algorithm>

#include "koppel/utf8.h"

namespace koppel::speakers {

namespace {

// The first forename, which is what people are addressed by.
std::string GivenKey(const std::string& given) {
  return ToLower(std::string_view(given).substr(0, given.find_first_of(" .")));
}

bool IsInitials(const std::string& given) { return given.find('.') != std::string::npos; }

// Whether two given names can be one person's: equal, or one gives the initial of the other.
bool Compatible(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return true;
  const std::string x = GivenKey(a), y = GivenKey(b);
  if (IsInitials(a) || IsInitials(b)) {
    return !x.empty() && !y.empty() && DecodeAt(x, 0).value == DecodeAt(y, 0).value;
  }
  return x == y;
}

// All capitals, as organisations are abbreviated.
bool IsAcronym(std::string_view text) {
  return CodePoints(text) > 1 && ToLower(text) != text &&
         std::none_of(text.begin(), text.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || c == ' ' || c == '.'; });
}

const std::vector<int>* Lookup(const std::unordered_map<std::string, std::vector<int>>& index,
                               const std::string& key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : &found->second;
}

// Bound the work on texts with very many people of one name, or forms of one person's.
constexpr std::size_t kNewestTried = 32;
constexpr std::size_t kMostAliases = 16;

}  // namespace

int Registry::FindFull(const Name& name) const {
  const std::vector<int>* ids = Lookup(by_family_, FamilyKey(name.family));
  if (ids == nullptr) return kNobody;
  const std::size_t oldest = ids->size() - std::min(ids->size(), kNewestTried);
  for (std::size_t i = ids->size(); i > oldest; --i) {
    if (Compatible((*this)[(*ids)[i - 1]].given, name.given)) return (*ids)[i - 1];
  }
  return kNobody;
}

int Registry::Find(const Name& name) {
  if (const int full = FindFull(name); full != kNobody) return full;
  // "Daan" for Daan Smit; or, said later, "Daan Smit" for the Daan who was only greeted.
  const std::string key = name.lone || name.family.empty()
                              ? GivenKey(name.family.empty() ? name.given : name.family)
                              : GivenKey(name.given);
  if (key.empty()) return kNobody;
  const std::vector<int>* ids = Lookup(by_given_, key);
  if (ids == nullptr) return kNobody;
  for (std::size_t i = ids->size(); i > ids->size() - std::min(ids->size(), kNewestTried); --i) {
    const Person& person = (*this)[(*ids)[i - 1]];
    if (name.lone || name.family.empty() || person.lone) return (*ids)[i - 1];
  }
  return kNobody;
}

int Registry::Intern(const Name& name, std::string_view text) {
  int id = Find(name);
  if (id == kNobody) {
    Person person;
    person.name = text;
    person.given = name.given;
    person.family = FamilyKey(name.family);
    person.gender = name.gender;
    person.first = name.span;
    person.lone = name.lone;
    if (IsAcronym(text)) person.kind = Entity::Kind::kOrganisation;
    id = Add(std::move(person));
  } else {
    Complete(id, name, text);
  }
  return id;
}

void Registry::Complete(int id, const Name& name, std::string_view text) {
  Person& person = people_[static_cast<std::size_t>(id)];
  if (person.gender == Gender::kUnknown) person.gender = name.gender;
  const auto known = [&](std::string_view form) {
    return person.name == form ||
           std::find(person.aliases.begin(), person.aliases.end(), form) != person.aliases.end();
  };
  const bool fuller = !name.given.empty() && !name.family.empty() &&
                      (person.given.empty() || IsInitials(person.given));
  if (fuller) {
    if (!known(text)) person.aliases.push_back(person.name), person.name = text;
    person.given = name.given;
    person.family = FamilyKey(name.family);
    person.lone = false;
    Index(id);
  } else if (person.aliases.size() < kMostAliases && !known(text)) {
    person.aliases.emplace_back(text);
  }
}

int Registry::FindLabel(std::string_view label) const {
  const auto found = by_label_.find(ToLower(label));
  return found == by_label_.end() ? kNobody : found->second;
}

int Registry::InternLabel(std::string_view label, Span span, Entity::Kind kind) {
  if (const int known = FindLabel(label); known != kNobody) return known;
  Person person;
  person.name = label;
  person.kind = kind;
  person.first = span;
  people_.push_back(std::move(person));
  return by_label_[ToLower(label)] = static_cast<int>(people_.size()) - 1;
}

void Registry::NameByLabel(int person, std::string_view label) {
  Person& named = people_[static_cast<std::size_t>(person)];
  if (!named.given.empty() && !IsInitials(named.given)) return;
  if (named.name == label) return;
  named.aliases.push_back(named.name);
  named.name = label;
}

void Registry::SetGender(int person, Gender gender) {
  Person& known = people_[static_cast<std::size_t>(person)];
  if (known.gender == Gender::kUnknown) known.gender = gender;
}

int Registry::Restore(Person person) {
  if (person.family.empty() && person.given.empty()) {
    by_label_[ToLower(person.name)] = static_cast<int>(people_.size());
    people_.push_back(std::move(person));
    return static_cast<int>(people_.size()) - 1;
  }
  return Add(std::move(person));
}

int Registry::Add(Person person) {
  people_.push_back(std::move(person));
  Index(static_cast<int>(people_.size()) - 1);
  return static_cast<int>(people_.size()) - 1;
}

void Registry::Index(int id) {
  const Person& person = (*this)[id];
  const auto add = [id](auto& index, const std::string& key) {
    if (key.empty()) return;
    std::vector<int>& ids = index[key];
    if (std::find(ids.end() - static_cast<std::ptrdiff_t>(std::min(ids.size(), kNewestTried)),
                  ids.end(), id) == ids.end()) {
      ids.push_back(id);
    }
  };
  add(by_family_, person.family);
  if (!IsInitials(person.given)) add(by_given_, GivenKey(person.given));
  if (person.lone) add(by_given_, GivenKey(person.family));
}

}  // namespace koppel::speakers
