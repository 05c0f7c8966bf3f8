#include "read_text.h"

namespace koppel::read_text {

Status ReadText::Parse(const Item& item, Document& document, Context&) {
  Result<std::string> bytes = common::LoadBytes(item, "text/plain", document);
  if (!bytes.ok()) return std::move(bytes).status();
  Result<common::Detection> found = common::Determine(*bytes, params_.encoding, params_.invalid);
  if (!found.ok()) return std::move(found).status();
  Result<common::Decoded> decoded =
      common::Decode(*std::move(bytes), found->mark, found->encoding, params_.invalid);
  if (!decoded.ok()) return std::move(decoded).status();
  document.SetMetadata("encoding", common::Name(found->encoding));
  return document.SetText(std::move(decoded->text), decoded->alignment);
}

}  // namespace koppel::read_text
