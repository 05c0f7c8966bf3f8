#include "people/people.h"

#include <string>
#include <utility>

namespace koppel::speakers {

namespace {

constexpr std::string_view kBetweenAliases = "; ";

std::string JoinAliases(const Person& person) {
  std::string joined;
  for (const std::string& alias : person.aliases) {
    if (!joined.empty()) joined += kBetweenAliases;
    joined += alias;
  }
  return joined;
}

std::vector<std::string> SplitAliases(std::string_view joined) {
  std::vector<std::string> aliases;
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find(kBetweenAliases), joined.size());
    aliases.emplace_back(joined.substr(0, end));
    joined.remove_prefix(std::min(end + kBetweenAliases.size(), joined.size()));
  }
  return aliases;
}

// Takes apart the fullest printed form and the aliases again.
void ReadNames(Person& person, const Lexicon& lexicon) {
  std::vector<std::string> forms = person.aliases;
  forms.insert(forms.begin(), person.name);
  for (const std::string& form : forms) {
    const Words words = lexicon.Scan(form);
    const std::optional<Name> name = MatchName(words, 0, lexicon);
    if (!name) continue;
    if (person.gender == Gender::kUnknown) person.gender = name->gender;
    if (person.family.empty() && person.given.empty()) {
      person.given = name->given;
      person.family = FamilyKey(name->family);
      person.lone = name->lone;
    }
  }
}

}  // namespace

Words ScanDocument(const Document& document, const Lexicon& lexicon) {
  Words words = lexicon.Scan(document.text());
  if (!document.HasLayer(Paragraph::kSchema.name)) return words;
  std::vector<std::uint32_t> begins;
  for (const auto paragraph : document.layer<Paragraph>()) begins.push_back(paragraph.span().begin);
  words.SetParagraphs(begins);
  return words;
}

std::vector<Ref<Entity>> StorePeople(const Registry& registry, std::size_t first,
                                     Document& document) {
  auto entities = document.layer<Entity>();
  std::vector<Ref<Entity>> rows;
  for (std::size_t i = 0; i < registry.people().size(); ++i) {
    rows.push_back({static_cast<std::int32_t>(i)});
    if (i < first) continue;
    const Person& person = registry.people()[i];
    auto entity = entities.Add(person.first);
    entity.Set(Entity::name, person.name).Set(Entity::kind, person.kind);
    if (!person.aliases.empty()) entity.Set(Entity::aliases, JoinAliases(person));
    rows.back() = entity.ref();
  }
  return rows;
}

std::vector<Ref<Mention>> StoreMentions(const std::vector<MentionAt>& mentions,
                                        const std::vector<Ref<Entity>>& entities,
                                        Document& document) {
  auto layer = document.layer<Mention>();
  std::vector<Ref<Mention>> rows;
  for (const MentionAt& mention : mentions) {
    auto row = layer.Add(mention.span);
    row.Set(Mention::form, mention.form);
    if (mention.person != kNobody)
      row.Set(Mention::entity, entities[static_cast<std::size_t>(mention.person)]);
    rows.push_back(row.ref());
  }
  return rows;
}

Registry RestorePeople(const Document& document, const Lexicon& lexicon) {
  Registry registry;
  for (const auto entity : document.layer<Entity>()) {
    Person person;
    person.name = entity[Entity::name];
    person.kind = entity[Entity::kind];
    person.aliases = SplitAliases(entity[Entity::aliases]);
    person.first = entity.span();
    if (person.kind == Entity::Kind::kPerson) ReadNames(person, lexicon);
    registry.Restore(std::move(person));
  }
  return registry;
}

}  // namespace koppel::speakers
