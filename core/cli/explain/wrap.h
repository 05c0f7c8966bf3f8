// Lines for a terminal of 80 columns.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace koppel {

// The words of the text in lines of at most 80 code points, the first after `head`, the others
// indented as far as `indent`. A word that is longer stands alone on its line. Without control
// characters.
std::string Wrapped(std::string_view head, std::size_t indent, std::string_view text);

// On one line: line ends as ⏎, tabs as ⇥, control characters and bytes that are no UTF-8 as \x1b.
std::string OneLine(std::string_view text);

// "…left[middle]right…" in 80 columns behind `indent` blanks: a long middle loses its own middle,
// and the context what is left of it then.
std::string InContext(std::size_t indent, std::string_view left, std::string_view middle,
                      std::string_view right);

}  // namespace koppel
