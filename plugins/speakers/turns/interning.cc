#include "turns/interning.h"

#include <string>

#include "turns/marked_names.h"

namespace koppel::speakers {

namespace {

// Without titles, but for those who are only named by one.
std::string Printed(const Name& name, const Words& words) {
  const Span span = name.bare.empty() || name.lone ? name.span : name.bare;
  return words.Join(words.At(span.begin), name.last);
}

// They have no place in the text.
std::vector<int> AuthorsOfMetadata(const std::string& author, const Lexicon& lexicon,
                                   Registry& registry) {
  std::vector<int> authors;
  const Words words = lexicon.Scan(author);
  for (const Address& who : NamesOfAuthors(words, 0, words.size(), lexicon)) {
    if (who.name) {
      Name placeless = *who.name;
      placeless.span = {};
      authors.push_back(registry.Intern(placeless, Printed(*who.name, words)));
    } else if (who.kind != Entity::Kind::kAnonymous) {
      authors.push_back(registry.InternLabel(who.span.In(words.text()), {}, who.kind));
    }
  }
  return authors;
}

}  // namespace

int Intern(const Name& name, const Words& words, Registry& registry) {
  const int person = registry.Intern(name, Printed(name, words));
  registry.AddMention(name.span, person,
                      name.given.empty() ? Mention::Form::kSurname : Mention::Form::kFull);
  return person;
}

int Intern(const Address& who, const Words& words, Registry& registry) {
  if (who.name) return Intern(*who.name, words, registry);
  const int person = registry.InternLabel(who.span.In(words.text()), who.span, who.kind);
  registry.AddMention(who.span, person, Mention::Form::kNounPhrase);
  return person;
}

std::vector<int> InternAuthors(const PageMarks& marks, Span article, const Words& words,
                               const Lexicon& lexicon, Registry& registry) {
  std::vector<int> authors;
  for (const Span mark : marks.authors) {
    if (!article.Contains(mark)) continue;
    const std::size_t begin = words.At(mark.begin), end = words.At(mark.end);
    for (const Address& who : NamesOfAuthors(words, begin, end, lexicon))
      authors.push_back(Intern(who, words, registry));
  }
  if (!authors.empty() || marks.author.empty()) return authors;
  return AuthorsOfMetadata(marks.author, lexicon, registry);
}

}  // namespace koppel::speakers
