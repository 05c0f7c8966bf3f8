#include "lines/type_width.h"

#include <array>
#include <cstdint>

namespace koppel::text {
namespace {

constexpr std::uint16_t kDigit = 510;  // thousandths of an em, as all below

constexpr std::array<std::uint16_t, 256> MakeWidths() {
  std::array<std::uint16_t, 256> widths{};
  for (std::size_t c = 0; c < 0x80; ++c) widths[c] = kDigit;
  for (char c = 'A'; c <= 'Z'; ++c) widths[static_cast<unsigned char>(c)] = 680;
  constexpr std::pair<std::string_view, std::uint16_t> kGroups[] = {
      {"ijlI|'.,:;!", 280}, {" ", 333}, {"ft()[]-/\"", 360}, {"r", 390}, {"csz*", 430},
      {"J", 480},           {"w", 720}, {"%@&m", 800},       {"M", 900}, {"W", 980}};
  for (const auto& [characters, width] : kGroups) {
    for (const char c : characters) widths[static_cast<unsigned char>(c)] = width;
  }
  // UTF-8: a lead byte stands for its character, continuation bytes have no width.
  for (std::size_t c = 0xC0; c < 0x100; ++c) widths[c] = kDigit;
  return widths;
}

constexpr std::array<std::uint16_t, 256> kWidths = MakeWidths();

}  // namespace

float TypeWidth(std::string_view text) {
  const auto width = [&](std::size_t at) -> std::uint32_t {
    return kWidths[static_cast<unsigned char>(text[at])];
  };
  std::uint64_t sum = 0;
  std::size_t at = 0;
  for (; at + 4 <= text.size(); at += 4)
    sum += width(at) + width(at + 1) + width(at + 2) + width(at + 3);
  for (; at < text.size(); ++at) sum += width(at);
  return static_cast<float>(sum) / 1000.0F;
}

}  // namespace koppel::text
