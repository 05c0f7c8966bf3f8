// A document as a person reads it on a terminal.
#pragma once

#include <string>
#include <string_view>

#include "koppel/document.h"
#include "koppel/status.h"

namespace koppel {

// In all of these, control characters of the document become U+FFFD: they must not reach the
// terminal.

// One line: id, size, language, and how much was found.
std::string SummaryLine(const Document& document);

// Identity, metadata, history and layers, then the text. Before each turn stands a line with its
// kind, speaker and sentiment. Quotes (coloured) and repairs (underlined) are followed by what was
// concluded, in ⟨ ⟩.
std::string TerminalView(const Document& document, bool color);

// One line for each row of a layer. bad_input if the document has no such layer, with the nearest
// name.
Result<std::string> LayerListing(const Document& document, std::string_view layer);

}  // namespace koppel
