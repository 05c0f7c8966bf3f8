// What Decode checks, in the order in which it does; each reports the first thing that is wrong as
// bad_input.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "koppel/schema.h"
#include "koppel/status.h"
#include "koppel/v1/document.pb.h"

namespace google::protobuf {
class Descriptor;
}

namespace koppel::internal {

// Walks the wire bytes of a message of `type` without building it: only known fields, at most
// kMaxMessages submessages. A parsed empty submessage takes many times the two bytes that it takes
// on the wire.
Status ScanWire(std::string_view bytes, const google::protobuf::Descriptor& type);

// Text, identity, metadata and the string table.
Status CheckContent(const v1::Document& document);

// The history of the text and the alignment to the source. Precondition: CheckContent.
Status CheckRevisions(const v1::Document& document);

// Layers and columns; makes the columns absolute first. Precondition: CheckContent.
Status RestoreLayers(v1::Document& document, std::span<const LayerSchema* const> schemas);

// All three, in this order.
Status CheckStored(v1::Document& document, std::span<const LayerSchema* const> schemas);

// Standard layers first: typed views rely on their own order of features.
std::vector<const LayerSchema*> WithStandardLayers(std::span<const LayerSchema* const> schemas);

}  // namespace koppel::internal
