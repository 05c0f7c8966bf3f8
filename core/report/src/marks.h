// The annotations of a document that the report shows inside the text.
#pragma once

#include <string>
#include <vector>

#include "koppel/document.h"

namespace koppel {

struct Mark {
  Span span;
  std::string css;         // class of the stretch
  std::string title;       // shown when the reader points at it; plain text
  std::string label = {};  // of an empty span: what is shown there, beside the text
};

// In order of begin. Empty spans are points: places where something was taken out.
std::vector<Mark> CollectMarks(const Document& document);

// "Jos van der Lans", or "" for none.
std::string_view SpeakerName(const Document& document, std::int32_t entity);

}  // namespace koppel
