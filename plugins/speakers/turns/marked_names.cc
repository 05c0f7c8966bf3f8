#include "turns/marked_names.h"

#include <optional>

namespace koppel::speakers {

namespace {

// Without what stands behind a name: "(niet ingelogd)", "says:", commas.
std::size_t EndOfNames(const Words& words, std::size_t first, std::size_t last,
                       const Lexicon& lexicon) {
  for (std::size_t i = first + 1; i < last; ++i) {
    if (words.IsMark(i, "(")) last = i;
  }
  while (last > first + 1 && (words.IsMark(last - 1, ":") || words.IsMark(last - 1, ","))) --last;
  for (std::size_t i = first + 1; i < last; ++i) {
    if (lexicon.Match(List::kLabelVerb, words, i) == last - i) last = i;
  }
  return last;
}

// "Roos" is a name here, whatever else the word may be.
Name LoneName(const Words& words, std::size_t i) {
  Name name;
  name.first = i;
  name.last = i + 1;
  name.span = name.bare = words[i].span;
  name.family = words.Text(i);
  name.lone = true;
  return name;
}

// Of what is no personal name: "Stichting Plein", "een cursist", "jan_83".
Entity::Kind KindOf(const Words& words, std::size_t first, std::size_t last,
                    const Lexicon& lexicon) {
  if (lexicon.HasCompound(List::kOrganisation, words.Lower(first)))
    return Entity::Kind::kOrganisation;
  bool described = false;
  for (std::size_t i = first; i < last; ++i) {
    if (words.IsCapital(i)) return Entity::Kind::kPerson;
    described = described || (i > first && words[i].space_before);
  }
  return described ? Entity::Kind::kRole : Entity::Kind::kPerson;
}

}  // namespace

std::vector<Address> NamesOfAuthors(const Words& words, std::size_t first, std::size_t last,
                                    const Lexicon& lexicon) {
  if (first >= last) return {};
  if (const std::size_t intro = lexicon.Match(List::kBylineIntro, words, first);
      intro > 0 && first + intro < last) {
    first += intro;
    if (words.IsMark(first, ":") && first + 1 < last) ++first;
  }
  last = EndOfNames(words, first, last, lexicon);
  const Span all = words.Cover(first, last);
  if (lexicon.Match(List::kAnonymous, words, first) == last - first)
    return {{all, std::nullopt, Entity::Kind::kAnonymous}};
  std::vector<Address> people;
  std::size_t end = first;
  for (Name& name : MatchNames(words, first, last, lexicon, end)) {
    const Span span = name.span;
    people.push_back({span, std::move(name), Entity::Kind::kPerson});
  }
  if (!people.empty() && end == last) return people;
  if (first + 1 == last && words.IsCapital(first))
    return {{all, LoneName(words, first), Entity::Kind::kPerson}};
  return {{all, std::nullopt, KindOf(words, first, last, lexicon)}};
}

}  // namespace koppel::speakers
