#include "koppel/bytes.h"

#include <fmt/format.h>

#include "koppel/io.h"

namespace koppel {
namespace {

constexpr std::uint64_t kLow = 0x7F, kMore = 0x80;
constexpr int kLastShift = 63;  // of the tenth byte, which has room for one bit

}  // namespace

void AppendFixed(std::uint64_t value, int bytes, std::string& out) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

void AppendNumber(std::uint64_t value, std::string& out) {
  for (; value > kLow; value >>= 7) out += static_cast<char>((value & kLow) | kMore);
  out += static_cast<char>(value);
}

void AppendText(std::string_view text, std::string& out) {
  AppendNumber(text.size(), out);
  out += text;
}

std::string_view ByteReader::Bytes(std::size_t count) {
  if (count > bytes_.size()) ok_ = false;
  if (!ok_) return {};
  const std::string_view taken = bytes_.substr(0, count);
  bytes_.remove_prefix(count);
  return taken;
}

std::uint64_t ByteReader::Fixed(int bytes) {
  std::uint64_t value = 0;
  const std::string_view taken = Bytes(static_cast<std::size_t>(bytes));
  for (std::size_t i = taken.size(); i > 0; --i)
    value = value << 8 | static_cast<unsigned char>(taken[i - 1]);
  return value;
}

std::uint64_t ByteReader::Number() {
  std::uint64_t value = 0;
  for (int shift = 0; shift <= kLastShift; shift += 7) {
    const std::uint64_t byte = Fixed(1);
    const bool last = (byte & kMore) == 0;
    const bool padded = last && byte == 0 && shift > 0;
    if (!ok_ || padded || (shift == kLastShift && byte > 1)) break;
    value |= (byte & kLow) << shift;
    if (last) return value;
  }
  ok_ = false;
  return 0;
}

std::string_view ByteReader::Text() {
  const std::uint64_t size = Number();
  return Bytes(size);
}

std::size_t ByteReader::Count(std::size_t smallest) {
  const std::uint64_t count = Number();
  if (count > bytes_.size() / smallest) ok_ = false;
  return ok_ ? count : 0;
}

void AppendSealed(std::string_view name, std::string_view body, std::string& out) {
  const std::size_t begin = out.size();
  AppendText(name, out);
  AppendText(body, out);
  out += Sha256(std::string_view(out).substr(begin));
}

Result<std::string_view> OpenSealed(std::string_view name, std::string_view bytes) {
  ByteReader reader(bytes);
  const std::string_view found = reader.Text();
  const std::string_view body = reader.Text();
  const std::size_t sealed = bytes.size() - reader.rest().size();
  if (!reader.ok() || reader.rest() != Sha256(bytes.substr(0, sealed)))
    return BadInput(fmt::format("stored {} is damaged", name));
  if (found != name) return BadInput(fmt::format("it holds {}, not {}", found, name));
  return body;
}

}  // namespace koppel
