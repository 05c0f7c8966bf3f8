// What the file itself says about its text, as edits: they stand in the ledger and can be undone
// like any other repair.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compose.h"
#include "koppel/edits.h"

namespace koppel::read_ocr {

inline constexpr std::string_view kKnownWordRule = "subs_content";

// A word that the file gives whole. Positions in Composed::words.
struct BrokenPair {
  std::uint32_t first = 0, second = 0;
  std::string_view left, right;  // the halves without the hyphen and the marks around the word
  std::string word;              // the whole word, with those marks
  bool hyphenated = false;       // the whole word has the hyphen: left-right
};

// Halves are brought together by the whole word that both name, over furniture and pages, too. A
// half whose other half is missing (the file may be one page of many) is left as it stands.
std::vector<BrokenPair> FindBrokenPairs(const Composed& composed);

// Puts the whole word where its longer half stood, so that lines keep about their length, and
// takes out the other half, and the line if that was all of it.
void AddWordEdits(const Composed& composed, const std::vector<BrokenPair>& pairs, Edits& edits);

// The half of a pair that becomes the whole word.
std::uint32_t KeptHalf(const Composed& composed, const BrokenPair& pair);

}  // namespace koppel::read_ocr
