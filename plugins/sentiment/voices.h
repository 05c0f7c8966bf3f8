// Whose words a place of the document is: the innermost quotation there, and the turn.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "koppel/document.h"
#include "koppel/layers.h"

namespace koppel::sentiment {

// Which of a set of nested spans is innermost at an offset.
class Nesting {
 public:
  void Add(Span span, std::int32_t id) { items_.push_back({span, id}); }
  // After the last Add, before the first At.
  void Build();
  // The id, or -1.
  std::int32_t At(std::uint32_t offset) const;

 private:
  struct Item {
    Span span;
    std::int32_t id;
  };
  std::vector<Item> items_;
  std::vector<std::pair<std::uint32_t, std::int32_t>> changes_;  // from this offset on, this id
};

class Voices {
 public:
  explicit Voices(const Document& document);

  // The quotation with speech in it, or none.
  Ref<Quote> QuoteAt(std::uint32_t offset) const { return {quotes_.At(offset)}; }
  Ref<Turn> TurnAt(std::uint32_t offset) const { return {turns_.At(offset)}; }
  // The speaker of the quotation, or else of the turn.
  Ref<Entity> Speaker(Ref<Quote> quote, Ref<Turn> turn) const;
  // Whether an entity named at that place is who speaks the turn there, or one of the group that
  // does: a label ("De heer Van Dijk:"), a by-line, "schrijft Anna de Wit".
  bool NamesOwnSpeaker(std::uint32_t offset, Ref<Entity> entity) const;
  // Whether the words of the quotation are the turn's speaker's own.
  bool IsOwn(Ref<Quote> quote, Ref<Turn> turn) const;

 private:
  Layer<Entity> entity_layer_;
  Layer<Quote> quote_layer_;
  Layer<Turn> turn_layer_;
  Nesting quotes_, turns_;
};

}  // namespace koppel::sentiment
