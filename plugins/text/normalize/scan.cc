#include "normalize/scan.h"

#include <algorithm>

namespace koppel::text {
namespace {

constexpr std::size_t kBlock = 1024;

unsigned IsUnclean(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const unsigned ordinary =
      static_cast<unsigned>(byte >= 0x20) & static_cast<unsigned>(byte < 0x7F);
  const unsigned layout = static_cast<unsigned>(byte == '\n') |
                          static_cast<unsigned>(byte == '\t') | static_cast<unsigned>(byte == '\f');
  return 1U - (ordinary | layout);
}

}  // namespace

std::size_t FindUnclean(std::string_view text, std::size_t pos) {
  // Whole blocks without a branch in between, which compilers turn into vector instructions.
  for (; text.size() - pos >= kBlock; pos += kBlock) {
    unsigned unclean = 0;
    for (std::size_t i = 0; i < kBlock; ++i) unclean |= IsUnclean(text[pos + i]);
    if (unclean != 0) break;
  }
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(pos);
  const auto found = std::find_if(begin, text.end(), [](char c) { return IsUnclean(c) != 0; });
  return static_cast<std::size_t>(found - text.begin());
}

}  // namespace koppel::text
