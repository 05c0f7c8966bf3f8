// gzip and zstd, with limits against archives made to fill the memory.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "koppel/status.h"

namespace koppel {

enum class Compression { kNone, kGzip, kZstd };

// By the end of a file's name: ".gz", ".zst".
Compression CompressionOf(std::string_view name);

// Appends the bytes as one gzip member or zstd frame. A file may hold any number of them one after
// the other (RFC 1952, RFC 8878), so that each document of a file can be compressed by the thread
// that rendered it.
void AppendCompressed(std::string_view bytes, Compression compression, std::string& out);

// Text shrinks to a third or a tenth; a small file that grows more than this is an attack.
inline constexpr std::uint64_t kMaxRatio = 250;
// Below this many bytes the ratio is not looked at: a few repeated lines may shrink as much.
inline constexpr std::uint64_t kRatioFree = std::uint64_t{16} << 20;

// Decompresses a stream that comes in pieces. Members or frames may follow each other.
class Decompressor {
 public:
  // Precondition: not kNone.
  static std::unique_ptr<Decompressor> Make(Compression compression);
  virtual ~Decompressor() = default;

  // Appends to `out` what `input` adds. bad_input if the data are damaged or break a limit.
  Status Feed(std::string_view input, std::string& out);
  // bad_input if the stream stops halfway.
  Status Finish() const;

 protected:
  Decompressor() : buffer_(std::size_t{1} << 17, '\0') {}

 private:
  // Takes from `input`, writes to `out` and gives the bytes written.
  virtual Result<std::size_t> Step(std::string_view& input, std::string& out) = 0;
  // Whether the input so far ends a member or frame.
  virtual bool complete() const = 0;
  virtual std::string_view name() const = 0;

  std::string buffer_;
  std::uint64_t consumed_ = 0;
  std::uint64_t produced_ = 0;
};

// A whole file, of at most `limit` bytes when decompressed.
Result<std::string> Decompress(std::string_view bytes, Compression compression,
                               std::uint64_t limit);

}  // namespace koppel
