#include "turns/turns.h"

#include <vector>

#include "people/people.h"
#include "turns/outline.h"
#include "turns/page_marks.h"

namespace koppel::speakers {

namespace {

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
  const Outline outline = ReadOutline(words, ReadPageMarks(document), lexicon);
  const std::vector<Ref<Entity>> entities = StorePeople(outline.registry, 0, document);
  StoreMentions(outline.registry.mentions(), entities, document);
  AddTurns(outline, entities, document);
  return Ok();
}

}  // namespace koppel::speakers
