// In which order the regions of a page are read, where a file says so beside them.
#pragma once

#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scan.h"

namespace koppel::read_ocr {

// Nested groups of references, taken in as the file gives them.
class ReadingOrder {
 public:
  // `index`: place in the group around, where that is ordered; none: as they come.
  void OpenGroup(bool ordered, std::optional<double> index);
  void Refer(std::string_view region, std::optional<double> index);
  // Without a group that is open: nothing.
  void CloseGroup();

  // Puts the regions of a page that are referred to first, in order; of several references to one
  // region the first counts, and of several regions with one id the first is meant. `subtree[i]`:
  // number of regions inside region i, which follow it and come along unless they are referred to
  // themselves. Linear but for sorting, whatever else is referred to.
  void Apply(std::vector<ScanRegion>& regions, const std::vector<std::size_t>& subtree) const;

 private:
  struct Entry {
    double index = 0;
    std::list<std::string> references;
  };
  struct Group {
    bool ordered = false;
    double index = 0;
    std::vector<Entry> entries;
  };

  double IndexOr(std::optional<double> index) const;
  void Keep(std::string reference);

  std::vector<Group> open_;
  std::unordered_map<std::string, std::size_t> rank_;  // of what stands in no open group
};

}  // namespace koppel::read_ocr
