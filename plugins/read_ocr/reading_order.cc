#include "reading_order.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace koppel::read_ocr {

double ReadingOrder::IndexOr(std::optional<double> index) const {
  if (index) return *index;
  return open_.empty() ? 0 : static_cast<double>(open_.back().entries.size());
}

void ReadingOrder::Keep(std::string reference) {
  if (!reference.empty()) rank_.emplace(std::move(reference), rank_.size());
}

void ReadingOrder::OpenGroup(bool ordered, std::optional<double> index) {
  const double place = IndexOr(index);
  open_.push_back({ordered, place, {}});
}

void ReadingOrder::Refer(std::string_view region, std::optional<double> index) {
  if (open_.empty()) {
    Keep(std::string(region));
  } else {
    const double place = IndexOr(index);
    open_.back().entries.push_back({place, {std::string(region)}});
  }
}

void ReadingOrder::CloseGroup() {
  if (open_.empty()) return;
  Group group = std::move(open_.back());
  open_.pop_back();
  if (group.ordered) {
    std::stable_sort(group.entries.begin(), group.entries.end(),
                     [](const Entry& a, const Entry& b) { return a.index < b.index; });
  }
  std::list<std::string> all;
  for (Entry& entry : group.entries) all.splice(all.end(), entry.references);
  if (open_.empty()) {
    for (std::string& reference : all) Keep(std::move(reference));
  } else {
    open_.back().entries.push_back({group.index, std::move(all)});
  }
}

void ReadingOrder::Apply(std::vector<ScanRegion>& regions,
                         const std::vector<std::size_t>& subtree) const {
  std::vector<std::pair<std::size_t, std::size_t>> referred;  // rank, position
  std::unordered_set<std::string_view> seen;
  std::vector<bool> placed(regions.size());
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const auto found = rank_.find(regions[i].id);
    if (found == rank_.end() || !seen.insert(regions[i].id).second) continue;
    placed[i] = true;
    referred.emplace_back(found->second, i);
  }
  std::sort(referred.begin(), referred.end());

  std::vector<ScanRegion> sorted;
  sorted.reserve(regions.size());
  for (const auto& [rank, root] : referred) {
    sorted.push_back(std::move(regions[root]));
    for (std::size_t i = root + 1; i <= root + subtree[root]; ++i) {
      if (placed[i]) {
        i += subtree[i];
      } else {
        placed[i] = true;
        sorted.push_back(std::move(regions[i]));
      }
    }
  }
  for (std::size_t i = 0; i < regions.size(); ++i) {
    if (!placed[i]) sorted.push_back(std::move(regions[i]));
  }
  regions = std::move(sorted);
}

}  // namespace koppel::read_ocr
