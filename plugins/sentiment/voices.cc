#include "voices.h"

#include <algorithm>

namespace koppel::sentiment {

void Nesting::Build() {
  std::stable_sort(items_.begin(), items_.end(), [](const Item& a, const Item& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Item> open;
  const auto close_until = [&](std::uint32_t offset) {
    while (!open.empty() && open.back().span.end <= offset) {
      const std::uint32_t end = open.back().span.end;
      while (!open.empty() && open.back().span.end <= end) open.pop_back();
      changes_.emplace_back(end, open.empty() ? -1 : open.back().id);
    }
  };
  for (const Item& item : items_) {
    close_until(item.span.begin);
    open.push_back(item);
    changes_.emplace_back(item.span.begin, item.id);
  }
  close_until(0xFFFFFFFFu);
}

std::int32_t Nesting::At(std::uint32_t offset) const {
  const auto after =
      std::upper_bound(changes_.begin(), changes_.end(), offset,
                       [](std::uint32_t at, const auto& change) { return at < change.first; });
  return after == changes_.begin() ? -1 : std::prev(after)->second;
}

Voices::Voices(const Document& document)
    : entity_layer_(document.layer<Entity>()),
      quote_layer_(document.layer<Quote>()),
      turn_layer_(document.layer<Turn>()) {
  const auto parts = document.layer<QuotePart>();
  for (const auto quote : quote_layer_) {
    if (quote[Quote::kind] == Quote::Kind::kNotSpeech) continue;
    const auto pieces = quote[Quote::parts];
    if (pieces.empty()) quotes_.Add(quote.span(), quote.ref().index);
    for (std::size_t i = 0; i < pieces.size(); ++i)
      quotes_.Add(parts[pieces[i]].span(), quote.ref().index);
  }
  for (const auto turn : turn_layer_) turns_.Add(turn.span(), turn.ref().index);
  quotes_.Build();
  turns_.Build();
}

Ref<Entity> Voices::Speaker(Ref<Quote> quote, Ref<Turn> turn) const {
  if (quote) return quote_layer_[quote][Quote::speaker];
  return turn ? turn_layer_[turn][Turn::speaker] : Ref<Entity>();
}

bool Voices::NamesOwnSpeaker(std::uint32_t offset, Ref<Entity> entity) const {
  const Ref<Turn> turn = TurnAt(offset);
  const Ref<Entity> speaker = turn ? turn_layer_[turn][Turn::speaker] : Ref<Entity>();
  if (!entity || !speaker || !IsOwn(QuoteAt(offset), turn)) return false;
  if (entity == speaker) return true;
  if (entity_layer_[speaker][Entity::kind] != Entity::Kind::kGroup) return false;
  const std::string_view name = entity_layer_[entity][Entity::name];
  std::string_view group = entity_layer_[speaker][Entity::name];
  while (!group.empty()) {
    const std::size_t end = std::min(group.find("; "), group.size());
    if (group.substr(0, end) == name) return true;
    group.remove_prefix(std::min(end + 2, group.size()));
  }
  return false;
}

bool Voices::IsOwn(Ref<Quote> quote, Ref<Turn> turn) const {
  if (!quote) return true;
  const Ref<Entity> speaker = quote_layer_[quote][Quote::speaker];
  return turn && speaker && speaker == turn_layer_[turn][Turn::speaker];
}

}  // namespace koppel::sentiment
