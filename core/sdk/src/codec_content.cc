#include <fmt/format.h>

#include <unordered_set>

#include "codec_check.h"
#include "koppel/document.h"
#include "koppel/utf8.h"

namespace koppel::internal {
namespace {

Status CheckUtf8(std::string_view what, std::string_view value) {
  const std::size_t bad = FindInvalidUtf8(value);
  return bad == std::string_view::npos
             ? Ok()
             : BadInput(fmt::format("{} is not UTF-8 at byte {}", what, bad));
}

Status CheckSource(const v1::Source& source) {
  KOPPEL_RETURN_IF_ERROR(CheckUtf8("source URI", source.uri()));
  KOPPEL_RETURN_IF_ERROR(CheckUtf8("media type", source.media_type()));
  if (!source.sha256().empty() && source.sha256().size() != 32) {
    return BadInput(
        fmt::format("source digest has {} bytes; SHA-256 has 32", source.sha256().size()));
  }
  if (!v1::Content_IsValid(source.content())) {
    return BadInput(
        fmt::format("source content has the unknown kind {}", static_cast<int>(source.content())));
  }
  return Ok();
}

Status CheckMetadata(const v1::Document& document) {
  for (int i = 0; i < document.metadata_size(); ++i) {
    const v1::Metadata& entry = document.metadata(i);
    KOPPEL_RETURN_IF_ERROR(CheckUtf8("metadata key", entry.key()));
    KOPPEL_RETURN_IF_ERROR(CheckUtf8("metadata value", entry.value()));
    if (i > 0 && entry.key() <= document.metadata(i - 1).key()) {
      return BadInput(fmt::format("metadata '{}' is out of order or repeated", entry.key()));
    }
  }
  return Ok();
}

Status CheckStrings(const v1::Document& document) {
  std::unordered_set<std::string_view> seen;
  for (const std::string& value : document.strings()) {
    KOPPEL_RETURN_IF_ERROR(CheckUtf8("string table", value));
    if (!seen.insert(value).second)
      return BadInput(fmt::format("string '{}' is twice in the table", value));
  }
  return Ok();
}

}  // namespace

Status CheckContent(const v1::Document& document) {
  if (document.text().size() > Document::kMaxTextBytes) {
    return BadInput(fmt::format("text of {} bytes; at most {} fit in one document",
                                document.text().size(), Document::kMaxTextBytes));
  }
  KOPPEL_RETURN_IF_ERROR(CheckUtf8("id", document.id()));
  KOPPEL_RETURN_IF_ERROR(CheckUtf8("text", document.text()));
  KOPPEL_RETURN_IF_ERROR(CheckSource(document.source()));
  KOPPEL_RETURN_IF_ERROR(CheckMetadata(document));
  return CheckStrings(document);
}

}  // namespace koppel::internal
