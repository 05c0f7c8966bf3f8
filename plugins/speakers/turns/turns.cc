#include "turns/turns.h"

#include <algorithm>
#include <vector>

#include "people/people.h"
#include "turns/outline.h"

namespace koppel::speakers {

namespace {

std::vector<Span> BoilerplateOf(const Document& document) {
  std::vector<Span> spans;
  for (const auto region : document.layer<Region>()) {
    if (region[Region::kind] == Region::Kind::kBoilerplate && !region.span().empty())
      spans.push_back(region.span());
  }
  return spans;
}

void AddTurns(const Outline& outline, const std::vector<Ref<Entity>>& entities,
              Document& document) {
  auto turns = document.layer<Turn>();
  const auto first = static_cast<std::int32_t>(turns.size());
  for (const TurnDraft& draft : outline.turns) {
    auto turn = turns.Add(draft.span);
    turn.Set(Turn::kind, draft.kind).Set(Turn::inferred, draft.inferred);
    if (draft.ordinal != kNoInt) turn.Set(Turn::ordinal, draft.ordinal);
    if (draft.reply_to >= 0) turn.Set(Turn::reply_to, Ref<Turn>{first + draft.reply_to});
    if (draft.speaker != kNobody) {
      turn.Set(Turn::speaker, entities[static_cast<std::size_t>(draft.speaker)])
          .Set(Turn::confidence, draft.confidence);
    }
    std::vector<std::int32_t> to;
    for (const int person : draft.addressees)
      to.push_back(entities[static_cast<std::size_t>(person)].index);
    if (!to.empty()) turn.Set(Turn::addressees, Refs<Entity>(to));
  }
}

}  // namespace

Status Turns::Open(Setup& setup) {
  Result<std::shared_ptr<const Languages>> languages = Languages::Load(setup);
  if (!languages.ok()) return std::move(languages).status();
  languages_ = *languages;
  return Ok();
}

Status Turns::Process(Document& document, Context&) {
  const Lexicon& lexicon = languages_->For(document.language(), document.text());
  const Words words = ScanDocument(document, lexicon);
  const Outline outline = ReadOutline(words, BoilerplateOf(document), lexicon);
  const std::vector<Ref<Entity>> entities = StorePeople(outline.registry, 0, document);
  StoreMentions(outline.registry.mentions(), entities, document);
  AddTurns(outline, entities, document);
  return Ok();
}

}  // namespace koppel::speakers
