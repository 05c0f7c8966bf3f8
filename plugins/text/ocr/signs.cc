#include "ocr/signs.h"

#include <cstdint>

namespace koppel::text {
namespace {

void ReplaceAll(std::string_view text, std::string_view sign, std::string_view replacement,
                std::string_view rule, Edits& edits) {
  for (std::size_t at = text.find(sign); at != text.npos; at = text.find(sign, at + sign.size())) {
    const auto begin = static_cast<std::uint32_t>(at);
    const auto size = static_cast<std::uint32_t>(sign.size());
    edits.Replace({begin, begin + size}, replacement, rule);
  }
}

}  // namespace

void MendLongS(std::string_view text, std::string_view rule, Edits& edits) {
  ReplaceAll(text, "\u017F", "s", rule, edits);
}

void SpellIj(std::string_view text, std::string_view rule, Edits& edits) {
  ReplaceAll(text, "\u0132", "IJ", rule, edits);
  ReplaceAll(text, "\u0133", "ij", rule, edits);
}

}  // namespace koppel::text
