// Which element of a page holds what the page is about.
#pragma once

#include <gumbo.h>

#include "furniture.h"

namespace koppel::read_html {

// <main> or an only <article> if it holds most of the prose; else the innermost element that does.
// Prose is text in blocks of some length that is not in links.
const GumboNode* MainContent(const GumboNode& body, const Furniture& furniture);

}  // namespace koppel::read_html
