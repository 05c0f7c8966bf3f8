#include "common/text_file.h"

#include "koppel/compression.h"

namespace koppel::common {

Result<std::string> LoadBytes(const Item& item, std::string_view media_type, Document& document) {
  const Compression compression = CompressionOf(item.uri);
  Source source = document.source();
  source.media_type = media_type;
  if (compression != Compression::kNone) source.content = SourceContent::kDecompressed;
  document.set_source(source);
  if (compression == Compression::kNone) return item.bytes;
  return Decompress(item.bytes, compression, Document::kMaxTextBytes);
}

}  // namespace koppel::common
