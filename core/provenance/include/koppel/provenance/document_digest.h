// What a document is, in 32 bytes: equal documents have equal digests, whatever wrote them.
#pragma once

#include <string>

#include "koppel/document.h"

namespace koppel {

// SHA-256 of the document's canonical form, which docs/reference/digest.md specifies so that
// another program can compute it: identity, source bytes, text, metadata, layers and ledger. It
// depends neither on protobuf, whose bytes are not canonical, nor on byte order, threads or the
// order in which strings were first used. Where the source stands (its URI) is left out: a corpus
// may be moved. 32 raw bytes. Precondition: the document is sealed. Thread-safe for different
// documents.
std::string DocumentDigest(const Document& document);

}  // namespace koppel
