#include <zlib.h>
#include <zstd.h>

#include <memory>

#include "koppel/compression.h"

namespace koppel {
namespace {

// Most of it is there for bytes that can't be compressed; what is not written to costs no memory.
std::unique_ptr<char[]> Room(std::size_t size) {
  return std::make_unique_for_overwrite<char[]>(size);
}

void AppendGzip(std::string_view bytes, std::string& out) {
  constexpr int kGzipHeader = 16;
  constexpr int kMemoryLevel = 8;
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzipHeader, kMemoryLevel,
               Z_DEFAULT_STRATEGY);
  const uLong bound = deflateBound(&stream, bytes.size());
  const auto member = Room(bound);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.next_out = reinterpret_cast<Bytef*>(member.get());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.avail_out = static_cast<uInt>(bound);
  deflate(&stream, Z_FINISH);
  out.append(member.get(), stream.total_out);
  deflateEnd(&stream);
}

struct FreeContext {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};

void AppendZstd(std::string_view bytes, std::string& out) {
  // Kept by the thread: a context takes longer to make than a short document to compress.
  static thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  const std::size_t bound = ZSTD_compressBound(bytes.size());
  const auto frame = Room(bound);
  const std::size_t size =
      ZSTD_compress2(context.get(), frame.get(), bound, bytes.data(), bytes.size());
  out.append(frame.get(), size);
}

}  // namespace

Compression CompressionOf(std::string_view name) {
  if (name.ends_with(".gz")) return Compression::kGzip;
  return name.ends_with(".zst") ? Compression::kZstd : Compression::kNone;
}

void AppendCompressed(std::string_view bytes, Compression compression, std::string& out) {
  switch (compression) {
    case Compression::kNone:
      out.append(bytes);
      break;
    case Compression::kGzip:
      AppendGzip(bytes, out);
      break;
    case Compression::kZstd:
      AppendZstd(bytes, out);
      break;
  }
}

}  // namespace koppel
