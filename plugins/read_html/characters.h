// The characters of a text node, each with the bytes of the page that it stands in.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace koppel::read_html {

// Where a character came from: `offset` and `bytes` in the original. No bytes: nowhere.
using Character = std::function<void(std::size_t offset, std::size_t bytes, std::string_view text)>;

// Walks the original of a text node and what the parser made of it side by side: equal characters,
// character references
// (`&eacute;`, `&#233;`, `&copy`), and tags or line ends that the parser left out. All of `decoded`
// is given out, in order; where the two can't be brought together the rest comes as one piece.
void ForEachCharacter(std::string_view original, std::string_view decoded,
                      const Character& character);

}  // namespace koppel::read_html
