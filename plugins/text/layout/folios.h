// Numbers that count the pages, at the ends of lines that may otherwise differ from page to page.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace koppel::text {

// For one edge of the pages of a text. A line carries a folio if the number it begins or ends with
// is as far from the position of its page as such numbers are on at least half of the pages.
class Folios {
 public:
  // The outermost line of a page; each page once.
  void AddLine(std::string_view line, std::uint32_t page);
  void Settle();
  // Whether the line carries the number of the page. Precondition: Settle was called.
  bool HasFolio(std::string_view line, std::uint32_t page) const;

 private:
  std::unordered_map<std::int64_t, std::uint32_t> pages_by_distance_;
  std::uint32_t pages_ = 0;
  bool known_ = false;
  std::int64_t distance_ = 0;
};

}  // namespace koppel::text
