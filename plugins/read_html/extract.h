// From a parsed page to text with structure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dom.h"
#include "koppel/alignment.h"
#include "koppel/layers.h"

namespace koppel::read_html {

struct FoundRegion {
  Span span;  // empty where the stretch was left out
  Region::Kind kind = Region::Kind::kBody;
  std::string rule;
  std::string removed;  // what was left out
};

struct Extraction {
  std::string text;
  Alignment alignment;  // from the page
  std::vector<FoundRegion> regions;
  std::vector<std::string> authors;  // whom the page marks as authors, outside comments
};

// Blocks are separated by a blank line, list items and lines by a line end. With `keep_furniture`
// the whole page is text, and regions say what is not part of what it says.
Extraction Extract(const Dom& dom, std::string_view html, std::string_view language,
                   bool keep_furniture);

}  // namespace koppel::read_html
