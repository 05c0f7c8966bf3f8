// Which place of which document a user means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "koppel/document.h"
#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

// "interview", "interview:120", "interview:120..131", "interview:some words". Ids may hold colons.
struct PlaceQuery {
  std::string document;
  std::optional<std::uint64_t> begin, end;  // bytes; only begin: the word there
  std::string words;                        // the first place where they stand
  bool whole() const { return !begin && words.empty(); }
};

// The longest id of the run that the text begins with is the document's. bad_input if there is
// none.
Result<PlaceQuery> ParsePlace(std::string_view text, const StoredRun& run);

struct Place {
  Span span;         // in the latest text
  std::string note;  // what a user should know about how it was found, or empty
};

// With `source`, offsets count in the content of the source. Words that no longer stand in the text
// are looked for in its earlier revisions. bad_input for an offset outside the text or inside a
// character, and for words that never stood there.
Result<Place> FindPlace(const PlaceQuery& query, bool source, const Document& document);

}  // namespace koppel
