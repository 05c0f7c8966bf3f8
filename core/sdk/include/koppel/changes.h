// A document as a chain of changes: what each step did to it, so that work can go on after any of
// them.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "koppel/document.h"
#include "koppel/schema.h"
#include "koppel/status.h"

namespace koppel {

// Appends what changed in the document since its last MarkStored, or all of it: layers that were
// touched, revisions, metadata. bad_input if that is larger than 2 GiB. Precondition: the document
// is sealed.
Status EncodeChanges(const Document& document, std::string& out);

// Puts a document together from its changes. Not thread-safe.
class ChangeReplay {
 public:
  ChangeReplay();
  ~ChangeReplay();

  // The first changes must be those of a new document, each further ones those that followed.
  // bad_input if they don't fit; what was added before stands.
  Status Add(std::string_view changes);
  // Makes `document` the state after the last changes, and forgets them. Everything is checked as
  // Decode does; bad_input leaves the document empty. The document counts as stored (MarkStored).
  Status Finish(std::span<const LayerSchema* const> schemas, Document& document);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace koppel
