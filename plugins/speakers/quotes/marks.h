// Quotation marks of a text, and which way each kind of mark points in it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "koppel/span.h"
#include "language/words.h"

namespace koppel::speakers {

enum class Glyph : std::uint8_t {
  kLeftDouble,      // “
  kRightDouble,     // ”
  kLowDouble,       // „
  kStraight,        // "
  kLeftGuillemet,   // «
  kRightGuillemet,  // »
  kLeftSingle,      // ‘
  kRightSingle,     // ’
  kLowSingle,       // ‚
  kTypewriter,      // '
  kCount
};
inline constexpr std::size_t kGlyphs = static_cast<std::size_t>(Glyph::kCount);

// Marks of different families never make a pair.
enum class Family : std::uint8_t { kDouble, kGuillemet, kSingle };
Family FamilyOf(Glyph glyph);

struct Mark {
  std::size_t word = 0;  // its index
  Glyph glyph = Glyph::kStraight;
  bool space_before = false;   // or the start of the text
  bool space_after = false;    // or its end
  bool after_letter = false;   // stands against a word on its left
  bool before_letter = false;  // … on its right
  bool before_number = false;
  bool after_opening =
      false;  // a colon, dash or bracket, or another quotation mark, stands against it on its left
  bool starts_paragraph = false;

  bool LooksOpening() const { return (space_before || after_opening) && !space_after; }
  bool LooksClosing() const { return !space_before && !before_letter; }
};

// All marks, in order. Apostrophes inside words are none. Linear.
std::vector<Mark> CollectMarks(const Words& words);

// For each glyph the cost (natural logarithm of a probability, negated) of its being an opening or
// a closing mark, learned from the places of this text where the white space leaves no doubt, on
// top of general usage.
class Convention {
 public:
  explicit Convention(const std::vector<Mark>& marks);
  double OpenCost(Glyph glyph) const { return open_[static_cast<std::size_t>(glyph)]; }
  double CloseCost(Glyph glyph) const { return close_[static_cast<std::size_t>(glyph)]; }

 private:
  std::array<double, kGlyphs> open_{}, close_{};
};

}  // namespace koppel::speakers
