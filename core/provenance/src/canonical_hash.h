// SHA-256 over the primitives of the canonical form (docs/reference/digest.md).
#pragma once

#include <openssl/evp.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

namespace koppel::internal {

// Collects small pieces in a block of its own, so that a document of many small columns does not
// pay for a call each. Not thread-safe.
class CanonicalHash {
 public:
  CanonicalHash();
  CanonicalHash(const CanonicalHash&) = delete;
  CanonicalHash& operator=(const CanonicalHash&) = delete;

  void Bytes(std::string_view bytes);  // as they are
  void U32(std::uint32_t value) { LittleEndian<4>(value); }
  void U64(std::uint64_t value) { LittleEndian<8>(value); }
  // Many of them, in one piece where memory has their order of bytes.
  void U32s(const std::uint32_t* values, std::size_t count) { Numbers(values, count); }
  void U64s(const std::uint64_t* values, std::size_t count) { Numbers(values, count); }
  void Text(std::string_view text) {  // its length and its bytes
    U64(text.size());
    Bytes(text);
  }
  // 32 raw bytes, of what was given so far; more may follow.
  std::string Digest() const;

 private:
  struct Free {
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
  };

  template <std::size_t kSize>
  void LittleEndian(std::uint64_t value) {
    if (block_.size() - used_ < kSize) Flush();
    // First here: a store of a char might change any member, so that `used_` would be read anew.
    std::array<char, kSize> bytes;
    for (char& byte : bytes) {
      byte = static_cast<char>(value & 0xFF);
      value >>= 8;
    }
    std::memcpy(block_.data() + used_, bytes.data(), kSize);
    used_ += kSize;
  }
  template <class Number>
  void Numbers(const Number* values, std::size_t count) {
    if constexpr (std::endian::native == std::endian::little) {
      Bytes({reinterpret_cast<const char*>(values), count * sizeof(Number)});
    } else {
      for (std::size_t i = 0; i < count; ++i) LittleEndian<sizeof(Number)>(values[i]);
    }
  }
  void Flush();

  std::unique_ptr<EVP_MD_CTX, Free> context_;
  std::array<char, 4096> block_;
  std::size_t used_ = 0;
};

}  // namespace koppel::internal
