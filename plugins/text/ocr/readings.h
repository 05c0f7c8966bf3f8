// What a word may have been before it was read wrongly.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace koppel::text {

inline constexpr std::string_view kConfusion = "confusion";
inline constexpr std::string_view kDigit = "digit";
inline constexpr std::string_view kIjAsY = "ij_as_y";
inline constexpr std::string_view kLigatureLost = "ligature_lost";
inline constexpr std::string_view kLigatureSpaced = "ligature_spaced";

// What print joins to one sign, and fonts without a table to Unicode lose.
inline constexpr std::array<std::string_view, 5> kLigatures = {"fi", "fl", "ff", "ffi", "ffl"};

// Whether `word` is nothing but the letters of one.
bool IsLigature(std::string_view word);

struct Reading {
  std::string word;
  std::string_view rule;
};

// `word` with one of the usual confusions of shapes undone, at one place or at all of them, each
// under its rule: rn-m, cl-d, li-h, vv-w, n-u, e-c, I-l and the like; digits for letters (0-o, 1-l,
// 5-s), in a word that has two letters and is no ordinal; ÿ for ij.
void AddConfusions(std::string_view word, std::vector<Reading>& readings);

// `word` with a ligature between any two of its letters, or before its first.
void AddLostLigatures(std::string_view word, std::vector<Reading>& readings);

// The word that `left` and `right` were, if what stands between them belongs to a ligature: a space
// behind or before it ("fi ets"), or in place of it ("of cieel").
void AddJoined(std::string_view left, std::string_view right, std::vector<Reading>& readings);

}  // namespace koppel::text
