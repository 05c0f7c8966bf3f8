#include <fmt/format.h>
#include <zstd.h>

#include <algorithm>

#include "container_format.h"
#include "koppel/bytes.h"
#include "koppel/compression.h"
#include "koppel/container.h"
#include "koppel/layers.h"

namespace koppel {
namespace {

// A document ends at 2 GiB; its schemas take the smallest part of the rest.
constexpr std::uint64_t kMaxRecordBytes = std::uint64_t{3} << 30;

std::vector<const LayerSchema*> OwnLayers(const Document& document) {
  const auto standard = StandardLayers();
  std::vector<const LayerSchema*> own;
  for (std::size_t i = 0; i < document.layer_count(); ++i) {
    const LayerSchema* schema = document.layer_at(i).schema;
    const auto same = [schema](const LayerSchema* other) { return other->name == schema->name; };
    if (std::none_of(standard.begin(), standard.end(), same)) own.push_back(schema);
  }
  return own;
}

struct Decompressed {
  std::unique_ptr<char[]> bytes;
  std::size_t size = 0;
};

// The one bit of a frame's header that zstd does not look at; we never write it.
bool HasUnusedBit(std::string_view frame) {
  constexpr std::size_t kDescriptor = 4;
  return frame.size() > kDescriptor && (frame[kDescriptor] & 0x10) != 0;
}

Result<Decompressed> Decompress(std::string_view record) {
  const std::size_t frame = ZSTD_findFrameCompressedSize(record.data(), record.size());
  const unsigned long long size = ZSTD_getFrameContentSize(record.data(), record.size());
  if (ZSTD_isError(frame) || frame != record.size() || size > kMaxRecordBytes ||
      HasUnusedBit(record)) {
    return BadInput("it is no zstd frame of a possible size");
  }
  // Not a string: the memory is taken only as far as the frame really fills it.
  Decompressed content{std::make_unique_for_overwrite<char[]>(size),
                       static_cast<std::size_t>(size)};
  const std::size_t got =
      ZSTD_decompress(content.bytes.get(), content.size, record.data(), record.size());
  if (ZSTD_isError(got)) return BadInput(ZSTD_getErrorName(got));
  if (got != content.size) return BadInput("its frame is shorter than it says");
  return content;
}

}  // namespace

Status EncodeRecord(const Document& document, std::string& out) {
  std::string schemas, content;
  if (const auto own = OwnLayers(document); !own.empty()) EncodeSchemas(own, schemas);
  AppendFixed(schemas.size(), 4, content);
  content += schemas;
  KOPPEL_RETURN_IF_ERROR(Encode(document, content));
  AppendCompressed(content, Compression::kZstd, out);
  return Ok();
}

Result<const SchemaLibrary*> RecordDecoder::Schemas(std::string_view stored) {
  if (const auto have = libraries_.find(stored); have != libraries_.end())
    return have->second.get();
  auto library = SchemaLibrary::Decode(stored);
  if (!library.ok()) return std::move(library).status();
  return libraries_.emplace(stored, *std::move(library)).first->second.get();
}

Status RecordDecoder::Decode(std::string_view record, Document& document) {
  document.Reset();
  Result<Decompressed> content = Decompress(record);
  if (!content.ok()) return std::move(content).status();
  ByteReader cursor({content->bytes.get(), content->size});
  const std::string_view stored = cursor.Bytes(cursor.Fixed(4));
  if (!cursor.ok()) return BadInput("its schemas are cut off");
  Result<const SchemaLibrary*> library = Schemas(stored);
  if (!library.ok()) return std::move(library).status();
  return koppel::Decode(cursor.rest(), (*library)->schemas(), document);
}

}  // namespace koppel
