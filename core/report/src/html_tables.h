// What a document's annotations come to, as tables below its text.
#pragma once

#include <string>

#include "koppel/document.h"

namespace koppel {

// Each speaker with the number of turns and quotations, and how they judge. Nothing if nobody
// speaks.
void AppendSpeakers(const Document& document, std::string& out);

// Each repair and each place left alone: what stood there, what became of it, rule and confidence.
// The first kMostRepairs; nothing if there are none.
void AppendRepairs(const Document& document, std::string& out);

inline constexpr std::uint32_t kMostRepairs = 200;

}  // namespace koppel
