// A document as one JSON object.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "koppel/document.h"
#include "offset_units.h"

namespace koppel::write {

struct JsonOptions {
  OffsetUnit unit = OffsetUnit::kUtf8Bytes;
  // Whether to write the layer of this name; all if empty.
  std::function<bool(std::string_view)> wants_layer;
};

// Appends the object, without a line break. `begin` and `end` count in the unit, `source_begin` and
// `source_end` always in bytes of the source's content. Features without a value are left out, and
// numbers that JSON can't hold.
void AppendJson(const Document& document, const JsonOptions& options, std::string& out);

}  // namespace koppel::write
