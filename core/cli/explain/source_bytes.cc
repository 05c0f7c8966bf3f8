#include "source_bytes.h"

#include "koppel/compression.h"
#include "koppel/io.h"

namespace koppel {
namespace {

// Of a source that is looked into.
constexpr std::uint64_t kMost = std::uint64_t{1} << 32;

Result<std::string> ContentOf(const Source& source, const std::filesystem::path& started) {
  const std::filesystem::path path = started / source.uri;
  Result<std::string> bytes = ReadFile(path);
  if (!bytes.ok()) return BadInput("the file is not there any more");
  if (Sha256(*bytes) != source.sha256) return BadInput("the file has changed");
  const Compression compression = CompressionOf(source.uri);
  if (source.content != SourceContent::kDecompressed || compression == Compression::kNone)
    return bytes;
  return Decompress(*bytes, compression, kMost);
}

std::string AsRead(const Document& document, Span place) {
  const std::string read = document.TextAt(0);
  return std::string(document.Map(place, document.revisions(), 0).In(read));
}

}  // namespace

SourceBytes BytesOf(const Document& document, Span source, Span place,
                    const std::filesystem::path& started) {
  const Source from = document.source();
  if (from.content == SourceContent::kExtraction)
    return {AsRead(document, place), "in the text that was extracted from the file"};
  if (from.content == SourceContent::kValue)
    return {AsRead(document, place), "in a text value of a record, escapes decoded"};
  const Result<std::string> content = ContentOf(from, started);
  if (!content.ok())
    return {AsRead(document, place), content.status().message() + "; as it was read"};
  if (source.end > content->size()) return {AsRead(document, place), "as it was read"};
  const bool packed =
      from.content == SourceContent::kDecompressed && CompressionOf(from.uri) != Compression::kNone;
  return {content->substr(source.begin, source.size()), packed ? "of the decompressed file" : ""};
}

}  // namespace koppel
