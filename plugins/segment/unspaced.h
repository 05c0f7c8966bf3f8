// Words of scripts that are written without spaces, by ICU's dictionaries.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace koppel::segment {

// Creating the dictionary iterator is expensive, so it is made once, at the first use.
// One instance per thread.
class UnspacedBreaker {
 public:
  UnspacedBreaker();
  ~UnspacedBreaker();
  UnspacedBreaker(UnspacedBreaker&&) noexcept;
  UnspacedBreaker& operator=(UnspacedBreaker&&) noexcept;

  // Ends of the words in `text`, in bytes, the last one its size. Where ICU has no rules installed
  // the whole text is one word.
  const std::vector<std::size_t>& WordEnds(std::string_view text);

 private:
  struct Iterator;
  std::unique_ptr<Iterator> iterator_;
  std::vector<std::size_t> ends_;
};

}  // namespace koppel::segment
