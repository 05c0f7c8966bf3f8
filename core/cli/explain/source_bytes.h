#pragma once

#include <filesystem>
#include <string>

#include "koppel/document.h"

namespace koppel {

struct SourceBytes {
  std::string bytes;
  std::string note;  // why these are not the bytes of the file, or empty
};

// The bytes of the source's content at `source`: from the file if it is there and unchanged (a
// relative name is one in the folder `started` in which the run was started), or else the text as
// it was read, at the place that `place` of the latest text came from.
SourceBytes BytesOf(const Document& document, Span source, Span place,
                    const std::filesystem::path& started);

}  // namespace koppel
