// Between a document's layers and the registry.
#pragma once

#include <cstddef>
#include <vector>

#include "koppel/document.h"
#include "koppel/layers.h"
#include "language/lexicon.h"
#include "language/words.h"
#include "people/registry.h"

namespace koppel::speakers {

// The document's words; paragraphs by the layer of that name, else by blank lines.
Words ScanDocument(const Document& document, const Lexicon& lexicon);

// Adds the people from number `first` on to the entity layer. Returns the row of every person;
// those before `first` are taken to be the rows of the same number.
std::vector<Ref<Entity>> StorePeople(const Registry& registry, std::size_t first,
                                     Document& document);

// Adds mentions; returns their rows.
std::vector<Ref<Mention>> StoreMentions(const std::vector<MentionAt>& mentions,
                                        const std::vector<Ref<Entity>>& entities,
                                        Document& document);

// The registry of a document whose people an earlier step stored.
Registry RestorePeople(const Document& document, const Lexicon& lexicon);

}  // namespace koppel::speakers
