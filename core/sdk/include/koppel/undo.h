// Taking edits back one by one: the text of the latest revision as if some of them had not been
// made, while every other edit stands.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "koppel/document.h"
#include "koppel/span.h"

namespace koppel {

// An edit by its place in the ledger: RevisionEdits(revision)[index].
struct EditRef {
  std::uint32_t revision = 0;
  std::uint32_t index = 0;

  friend auto operator<=>(const EditRef&, const EditRef&) = default;
};

// A stretch whose older text was put back.
struct Restored {
  Span latest;                 // what it stands for in the document's text
  Span span;                   // in the result's text
  std::uint32_t revision = 0;  // of the newest chosen edit that was taken back here
  // Of `span`, whole lines that an edit had taken out, with the white space that went with them.
  std::vector<Span> lines;
};

struct UndoResult {
  std::string text;
  std::vector<Restored> restored;   // ascending
  std::vector<EditRef> followed;    // ascending; as if they had been chosen: see Undo
  std::vector<EditRef> overlapped;  // ascending; chosen or followed, but they stand: see Undo
};

using EditChoice = std::function<bool(std::uint32_t revision, const RevisionEdit& edit)>;

// Takes back the edits that `chosen` names. The removed bytes come back exactly, where they stood
// among all that later revisions left or changed beside them.
//
// An edit can't be taken back alone when a later edit has changed its place: deleted or replaced
// text on both sides of what was removed, or any of what was put in, or was made inside the latter.
// Edits that only touch do not overlap. Some later edits rest on the earlier one, are taken back
// with it and listed in `followed`:
// - one that joins what stands on both sides, by taking out white space and hyphens, where letters,
//   digits or whole lines come back between the two; also where whole lines come back beside it;
// - one that only changes white space to which a blank line comes back;
// - one inside what the earlier one put in, unless it brings words there or takes them away.
// Any other later edit wins; the earlier one stands too and is listed in `overlapped`, with the
// chosen edits that had been taken back together with it because they overlap. An insertion where
// text is put back comes behind that text.
//
// Thus: all edits taken back give revision 0, none give the latest text, and edits of the last
// revision can always be taken back. Time and memory are linear in the text and the edits, times
// the number of revisions.
UndoResult Undo(const Document& document, const EditChoice& chosen);

// The text of an Undo with the same choice, as later steps would have shown it. A line end that
// comes back inside a paragraph (layer `paragraph`) was not there when a later revision made line
// ends into spaces; had it been there, it would be a space: "organi-⏎satie", joined and taken back,
// is "organi- satie". White space with a line end becomes one space, or nothing beside another
// space, if a later revision has an edit that does so and stands, or paragraphs are on one line
// each. A blank line that comes back there parts the paragraph, and whole lines that come back are
// a paragraph of their own.
std::string ReadableText(const Document& document, const UndoResult& undone,
                         const EditChoice& chosen);

}  // namespace koppel
