// The plainest encoding of values as bytes that are the same on every machine, and back: for what
// is stored or compared whole, such as the models of observers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "koppel/status.h"

namespace koppel {

// Little-endian, the low `bytes` bytes. Precondition: bytes <= 8.
void AppendFixed(std::uint64_t value, int bytes, std::string& out);
// Seven bits a byte, the low ones first; the high bit says that more follow. The shortest form.
void AppendNumber(std::uint64_t value, std::string& out);
// Its length and its bytes.
void AppendText(std::string_view text, std::string& out);

// Reads from the front of bytes that may come from anywhere. What can't be read is 0 or "", and
// ok() is false from then on. Does not own the bytes.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t Fixed(int bytes);
  std::uint64_t Number();  // only the shortest form is read
  std::string_view Text();
  std::string_view Bytes(std::size_t count);
  // A number of entries that follow, of at least `smallest` bytes each: what is reserved for them
  // is bounded by the bytes that are there. Precondition: smallest > 0.
  std::size_t Count(std::size_t smallest);

  // What the caller finds wrong with a value.
  void Refuse() { ok_ = false; }
  std::string_view rest() const { return bytes_; }
  bool ok() const { return ok_; }
  // Everything was read, and nothing was wrong.
  bool Finished() const { return ok_ && bytes_.empty(); }

 private:
  std::string_view bytes_;
  bool ok_ = true;
};

// `body` under a name that says what it is, and a digest of both.
void AppendSealed(std::string_view name, std::string_view body, std::string& out);
// The body of what AppendSealed made, a part of `bytes`. bad_input if it has another name or any
// bit of it has changed.
Result<std::string_view> OpenSealed(std::string_view name, std::string_view bytes);

}  // namespace koppel
