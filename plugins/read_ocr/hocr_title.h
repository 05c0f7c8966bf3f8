// The properties that hOCR keeps in the attribute `title`, and the classes of its elements.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "scan.h"

namespace koppel::read_ocr {

// The value of a property: "10 20 30 40" of "bbox" in `image "a;b.png"; bbox 10 20 30 40`. Empty if
// there is none.
std::string_view Property(std::string_view title, std::string_view name);

// The first two or four numbers of a value; none if one is missing.
template <std::size_t N>
std::optional<std::array<double, N>> Numbers(std::string_view value);

// Without the quotes around it.
std::string_view Unquoted(std::string_view value);

enum class HocrRole : std::uint8_t { kNone, kPage, kArea, kParagraph, kLine, kWord };

struct HocrClass {
  HocrRole role = HocrRole::kNone;
  std::string_view kind;  // as SetKind takes it; empty for running text
};

// Of the first class that hOCR defines. `in_paragraph`: some programs mark lines as header (by
// which they mean a heading), caption or float, which are areas elsewhere.
HocrClass ClassOf(std::string_view classes, bool in_paragraph);

}  // namespace koppel::read_ocr
