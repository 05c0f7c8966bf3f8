#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "lexicon_dictionary.h"

namespace koppel::text {

// Hyphenation patterns of one language, read by libhyphen. Safe to ask from many threads.
class BreakPatterns {
 public:
  // Null if the file cannot be read.
  static std::unique_ptr<BreakPatterns> Load(const std::string& path);
  ~BreakPatterns();

  // Whether `left`-`right` is a break of the word `left` + `right`. Unknown for words longer than 100 bytes or with
  // characters outside the patterns' encoding.
  Legality Judge(std::string_view left, std::string_view right) const;

 private:
  struct Patterns;
  explicit BreakPatterns(std::unique_ptr<Patterns> patterns);

  std::unique_ptr<Patterns> patterns_;
};

}  // namespace koppel::text
