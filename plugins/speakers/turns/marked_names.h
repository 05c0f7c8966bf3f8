// Names that mark-up or metadata call an author.
#pragma once

#include <cstddef>
#include <vector>

#include "language/lexicon.h"
#include "language/words.h"
#include "turns/letters.h"

namespace koppel::speakers {

// Whom words [first, last) name: "Door Anna de Wit en Bo Smit", "Anna says:", "jan_83 (niet
// ingelogd)". What is no personal name is taken as it stands, since the page says that it is one.
std::vector<Address> NamesOfAuthors(const Words& words, std::size_t first, std::size_t last,
                                    const Lexicon& lexicon);

}  // namespace koppel::speakers
