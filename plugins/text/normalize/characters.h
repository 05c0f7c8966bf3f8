#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "koppel/edits.h"

namespace koppel::text {

// Rules that look at one character and its neighbours:
//   line_end         CR LF, CR, vertical tab, U+0085 as a lone control, U+2028 and U+2029 become
//   newlines windows_1252     U+0080 to U+009F become what Windows-1252 has there: they come from a
//   wrong encoding control          other control characters go; tab, newline and form feed stay
//   byte_order_mark  U+FEFF at the beginning goes
//   zero_width       zero-width spaces go, joiners and direction marks where they stand in Latin
//   text soft_hyphen      goes, except at a line end, where it marks a broken word space no-break
//   and typographic spaces become spaces ligature         U+FB00 to U+FB06 are spelled out: fi for
//   U+FB01
inline constexpr std::array<std::string_view, 8> kCharacterRules = {
    "line_end",   "windows_1252", "control", "byte_order_mark",
    "zero_width", "soft_hyphen",  "space",   "ligature"};

class CharacterRules {
 public:
  // `applies` says which rules are wanted.
  explicit CharacterRules(const std::function<bool(std::string_view rule)>& applies);

  void Apply(std::string_view text, Edits& edits) const;

 private:
  std::uint32_t wanted_ = 0;  // a bit for each of kCharacterRules
};

}  // namespace koppel::text
