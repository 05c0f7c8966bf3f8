#include "lines/wide_space.h"

#include <cstdint>

namespace koppel::text {
namespace {

bool IsWideAt(const char* at) { return *at == '\t' || (*at == ' ' && at[1] == ' '); }

}  // namespace

std::size_t FindWideSpace(std::string_view text) {
  // Without branches inside, which compilers turn into vector instructions.
  constexpr std::size_t kBlock = 64;
  const char* const begin = text.data();
  std::size_t at = 0;
  for (; at + kBlock < text.size(); at += kBlock) {
    std::uint8_t wide = 0;
    for (std::size_t i = 0; i < kBlock; ++i) {
      const char c = begin[at + i], next = begin[at + i + 1];
      wide = static_cast<std::uint8_t>(wide | (c == '\t') | ((c == ' ') & (next == ' ')));
    }
    if (wide != 0) break;
  }
  for (; at + 1 < text.size(); ++at) {
    if (IsWideAt(begin + at)) return at;
  }
  return at < text.size() && begin[at] == '\t' ? at : std::string_view::npos;
}

}  // namespace koppel::text
