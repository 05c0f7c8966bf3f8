// Who is spoken of in a document: one entry for all the forms in which somebody is named.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "koppel/layers.h"
#include "koppel/span.h"
#include "people/names.h"

namespace koppel::speakers {

inline constexpr int kNobody = -1;

struct Person {
  std::string name;           // fullest form so far
  std::string given, family;  // family: a key, see FamilyKey; of a lone name: either of the two
  Entity::Kind kind = Entity::Kind::kPerson;
  Gender gender = Gender::kUnknown;
  std::vector<std::string> aliases;  // other forms, in the order of the text
  Span first;                        // first mention
  bool lone = false;
};

struct MentionAt {
  Span span;
  int person = kNobody;
  Mention::Form form = Mention::Form::kFull;
};

class Registry {
 public:
  // The person meant by the name: a full name by given name (or initial) and family name; a lone
  // word by family name first, then by given name. Of several, the one found or added last.
  int Find(const Name& name);
  // As Find; adds the person if there is none, and completes what is known of the one there is.
  // `text` is the name as printed.
  int Intern(const Name& name, std::string_view text);
  // A speaker with a printed label that is no personal name ("De voorzitter"), by that label; or a
  // group of people.
  int InternLabel(std::string_view label, Span span, Entity::Kind kind);
  // Who goes by that label, or kNobody.
  int FindLabel(std::string_view label) const;
  // Makes `label` the name of a person for whom no forename is known, as minutes print it.
  void NameByLabel(int person, std::string_view label);
  void AddMention(Span span, int person, Mention::Form form) {
    mentions_.push_back({span, person, form});
  }

  const std::vector<Person>& people() const { return people_; }
  const Person& operator[](int person) const { return people_[static_cast<std::size_t>(person)]; }
  const std::vector<MentionAt>& mentions() const { return mentions_; }
  void SetGender(int person, Gender gender);
  // Restores a person from a document's entity layer; returns its number.
  int Restore(Person person);

 private:
  int Add(Person person);
  void Index(int id);
  int FindFull(const Name& name) const;
  void Complete(int id, const Name& name, std::string_view text);

  std::vector<Person> people_;
  std::vector<MentionAt> mentions_;
  std::unordered_map<std::string, std::vector<int>> by_family_, by_given_;
  std::unordered_map<std::string, int> by_label_;
};

}  // namespace koppel::speakers
