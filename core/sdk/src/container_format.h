// The bytes of a container, for the files that write and read them.
#pragma once

#include <cstdint>
#include <string_view>

namespace koppel::internal {

// Everything but the records stands in skippable frames (RFC 8878, 3.1.2), so that a container is a
// zstd file too.
inline constexpr std::uint32_t kHeaderFrame = 0x184D2A50;
inline constexpr std::uint32_t kIndexFrame = 0x184D2A51;
inline constexpr std::size_t kFrameHead = 8;  // magic number and size of the content

// The line break shows when a file was transferred as text.
inline constexpr std::string_view kHeaderMagic = "koppel\r\n";
inline constexpr std::string_view kTrailerMagic = "koppelix";
inline constexpr std::uint32_t kFormatVersion = 1;
inline constexpr std::size_t kDigestBytes = 32;
// Version and digest of the schemas.
inline constexpr std::size_t kHeaderFixed = kHeaderMagic.size() + 4 + kDigestBytes;
// Number of records, offset of the index frame, digest of the entries, magic.
inline constexpr std::size_t kTrailer = 8 + 8 + kDigestBytes + kTrailerMagic.size();

}  // namespace koppel::internal
