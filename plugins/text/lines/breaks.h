#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

// Where lines end in a hyphen.
namespace koppel::text {

// A hyphen at a line end and what stands on both sides of the break. Offsets are bytes of the
// text in which it was found.
//
//     ... het maatschappe-⏎⏎lijk werk
//            left^       ^hyphen  ^right, right_end after "lijk"
//
// A part is at most `kLongestPart` bytes, so that a text without spaces costs linear time.
struct LineBreak {
  std::uint32_t left = 0;       // begin of the word part before the hyphen; == hyphen if none
  std::uint32_t hyphen = 0;     // begin of the hyphen
  std::uint32_t gap = 0;        // end of the hyphen, begin of the white space
  std::uint32_t right = 0;      // end of the white space
  std::uint32_t right_end = 0;  // end of the word part that follows; == right if none
  bool alone = false;           // the hyphen is all that its line holds
  bool look_alike = false;      // it is another character that may have been read for a hyphen
  bool dash = false;            // it is a dash that joins its two sides: 2010–⏎2015

  std::string_view Left(std::string_view text) const { return text.substr(left, hyphen - left); }
  std::string_view Right(std::string_view text) const {
    return text.substr(right, right_end - right);
  }
};

inline constexpr std::uint32_t kLongestPart = 256;

// Every line end with a hyphen (see IsBreakHyphen) before it, in order. A hyphen
// with white space before it is a dash and not listed, except where it is all that its line holds.
// Characters that are taken for a hyphen in scanned text (`=`, `~`, minus, dots at half height, a
// hyphen with a speck behind it) are listed between lower-case letters only; dashes where no space
// stands before them and they may join what stands around them. Texts of 4 GiB and more are not
// supported.
std::vector<LineBreak> FindLineBreaks(std::string_view text);

// End of the word that begins at `pos`: word characters, joined by single inner hyphens and
// apostrophes; == `pos` if no word begins there.
std::size_t WordEnd(std::string_view text, std::size_t pos);

}  // namespace koppel::text
