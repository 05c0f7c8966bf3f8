#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace koppel::text {

// An immutable set of words, one a line in a UTF-8 file. Costs the file plus about 8 bytes a word.
class WordList {
 public:
  // Null if the file cannot be read.
  static std::unique_ptr<WordList> Load(const std::string& path);

  explicit WordList(std::string words);

  bool Contains(std::string_view word) const;
  std::size_t size() const { return size_; }
  // All of them in the order of the file, each with a newline behind it.
  std::string_view words() const { return words_; }

 private:
  std::size_t Find(std::string_view word) const;
  std::string_view WordAt(std::uint32_t offset) const;

  std::string words_;                 // each word ends in a newline
  std::vector<std::uint32_t> slots_;  // 1 + offset of a word, or 0
  std::size_t size_ = 0;
};

}  // namespace koppel::text
