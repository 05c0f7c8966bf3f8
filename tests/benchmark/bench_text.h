// Text as large corpora have it: a few words that are everywhere and a long tail of rare ones, many
// of them compounds that no word list holds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace koppel::bench {

// Words of the sample corpus by their number, then those of the installed Dutch list in no order,
// one in eight of them a new compound of two; drawn by the law of Zipf and Mandelbrot.
class Vocabulary {
 public:
  // Ends the program where the list is not installed.
  Vocabulary();
  const std::string& Draw(std::mt19937_64& chance) const;

 private:
  std::vector<std::string> words_;
  std::vector<double> weights_;  // of the words up to and with each
};

// Sentences and paragraphs of drawn words. The same seed gives the same text.
class TextMaker {
 public:
  explicit TextMaker(const Vocabulary& vocabulary, std::uint64_t seed)
      : vocabulary_(vocabulary), chance_(seed) {}

  // One paragraph to a line, a blank line between them.
  std::string Clean(std::size_t bytes);
  // Broken to lines of up to 64 bytes, with a hyphen wherever a word of plain letters can be
  // broken.
  std::string Hyphenated(std::size_t bytes);

  // Words that Hyphenated has broken, in order.
  const std::vector<std::string>& broken() const { return broken_; }

 private:
  std::vector<std::string> Sentence();
  std::vector<std::string> Paragraph();

  const Vocabulary& vocabulary_;
  std::mt19937_64 chance_;
  std::vector<std::string> broken_;
};

}  // namespace koppel::bench
