// Compressed output that many threads can make at once.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace koppel {

enum class Compression { kNone, kGzip, kZstd };

// By the file's extension: ".gz", ".zst".
Compression CompressionFor(const std::filesystem::path& path);

// Appends the bytes as one gzip member or zstd frame. A file may hold any number of them one after the other (RFC 1952,
// RFC 8878): each document is compressed by the thread that rendered it.
void AppendCompressed(std::string_view bytes, Compression compression, std::string& out);

}  // namespace koppel
