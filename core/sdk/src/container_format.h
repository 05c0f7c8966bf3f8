// The bytes of a container, for the files that write and read them.
#pragma once

#include <cstdint>
#include <string>
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

// Little-endian, `bytes` bytes.
inline void AppendNumber(std::uint64_t value, int bytes, std::string& out) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

// Reads from the front of a stretch of bytes.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}

  // 0 and "" when there are not that many bytes; ok() is false from then on.
  std::uint64_t Number(int bytes) {
    std::uint64_t value = 0;
    const std::string_view taken = Bytes(static_cast<std::size_t>(bytes));
    for (std::size_t i = taken.size(); i > 0; --i)
      value = value << 8 | static_cast<unsigned char>(taken[i - 1]);
    return value;
  }
  std::string_view Bytes(std::size_t count) {
    if (count > bytes_.size()) ok_ = false;
    if (!ok_) return {};
    const std::string_view taken = bytes_.substr(0, count);
    bytes_.remove_prefix(count);
    return taken;
  }
  std::string_view rest() const { return bytes_; }
  bool ok() const { return ok_; }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

}  // namespace koppel::internal
