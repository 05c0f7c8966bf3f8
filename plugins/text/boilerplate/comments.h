// The list of comments that readers left below an article.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "boilerplate/lines.h"
#include "koppel/span.h"

namespace koppel::text {

// The numbered lists that follow a heading for comments ("Reacties (6)", "Kommentare"): from their
// first number to the end of the last comment, where boilerplate or the text ends. The numbers run
// from 1 without a gap and are at least two, or one where the heading counts one. `lines` are the
// boilerplate lines of `text`, ascending. Who says what in them is for speakers.turns to tell.
std::vector<Span> FindCommentLists(std::string_view text,
                                   const std::vector<BoilerplateLine>& lines);

}  // namespace koppel::text
