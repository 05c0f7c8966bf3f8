#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lines/breaks.h"
#include "vocabulary/counter.h"

namespace koppel::text {

// What a text, or a whole corpus, writes inside its lines: the evidence by which line-end hyphens
// are judged. All forms are compared folded (see `Fold`), whatever their language.
//
// Only counts are held, under a 64-bit hash of the form: 16 bytes for a distinct form and at most
// 1/0.7 times that in slack. Merging is associative and commutative, so the result depends on
// neither the order of the documents nor their distribution over threads. Reading is safe from
// many threads as long as nobody adds.
class HyphenVocabulary {
 public:
  static constexpr char kStored[] = "words 2";

  // Counts the words of `text`. The two parts of a word that is broken at a line end are not
  // counted as words, but as a broken word.
  void AddText(std::string_view text);
  // The same with the line breaks of `text`, where they are known.
  void AddText(std::string_view text, const std::vector<LineBreak>& breaks);
  // Forgets everything, for another text of about the same size.
  void Clear() { counts_.Clear(); }
  void Merge(const HyphenVocabulary& other) { counts_.Merge(other.counts_); }
  void Save(std::string& out) const { counts_.Save(out); }
  void Load(ByteReader& bytes) { counts_.Load(bytes); }

  // How often `left` + `separator` + `right` stands unbroken.
  std::uint32_t Joined(std::string_view left, std::string_view right) const;
  std::uint32_t Hyphenated(std::string_view left, std::string_view right) const;
  std::uint32_t Word(std::string_view word) const { return Joined(word, {}); }
  // Hyphenated words whose first part is `left` (Wlz-…), whose last part is `right` (…-ie).
  std::uint32_t HyphenatedAfter(std::string_view left) const;
  std::uint32_t HyphenatedBefore(std::string_view right) const;
  // `word` with a hyphen and a space behind it: zorg- en welzijnswerk.
  std::uint32_t Suspended(std::string_view word) const;
  // Line ends that break `left` + `right` at another place than between these two.
  std::uint32_t BrokenElsewhere(std::string_view left, std::string_view right) const;

  // Words in all, and those of two hyphenated parts in lower case, three letters and more each:
  // hersen-inspanning.
  std::uint32_t Words() const;
  std::uint32_t HyphenatedWords() const;
  // A short part in title case and one in lower case: Mei-ling.
  std::uint32_t HyphenatedNames() const;

  // Line ends that break a word, and those of them that stand between two parts in title case:
  // these hyphens were written (Noord-/Holland). How many such stand inside lines.
  std::uint32_t Breaks() const;
  std::uint32_t BreaksBeforeCapital() const;
  std::uint32_t HyphensBeforeCapital() const;

  const HashCounter& counts() const { return counts_; }
  HashCounter& counts() { return counts_; }

 private:
  void CountParts(std::string_view word);
  void CountPair(std::string_view left, std::string_view right);
  void CountBroken(std::string_view left, std::string_view right);

  HashCounter counts_;
};

}  // namespace koppel::text
