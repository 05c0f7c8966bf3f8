// Writes a document's stored form without copying the document: only begin and end of its layers
// differ from what the message holds.
#pragma once

#include <cstddef>
#include <string>

#include "koppel/v1/document.pb.h"

namespace koppel::internal {

// Bytes of the stored form.
std::size_t StoredSize(const v1::Document& document);

// Appends the document with `coding` DELTA. Precondition: its own is ABSOLUTE, and StoredSize is at
// most the largest int.
void AppendStored(const v1::Document& document, std::string& out);

}  // namespace koppel::internal
