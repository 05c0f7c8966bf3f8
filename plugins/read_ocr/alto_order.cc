#include "alto_order.h"

#include <algorithm>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace koppel::read_ocr {
namespace {

// Blocks that say which one is read next, from those that no other leads to.
ReadingOrder Chains(const std::vector<ScanRegion>& regions, const std::vector<Block>& blocks) {
  std::unordered_map<std::string_view, std::size_t> by_id;
  std::vector<bool> led_to(regions.size()), done(regions.size());
  for (std::size_t i = 0; i < regions.size(); ++i) by_id.emplace(regions[i].id, i);
  for (const Block& block : blocks) {
    if (const auto next = by_id.find(block.next); next != by_id.end()) led_to[next->second] = true;
  }
  ReadingOrder order;
  for (const bool heads : {true, false}) {  // then those that lead round in a circle
    for (std::size_t i = 0; i < regions.size(); ++i) {
      if (heads && led_to[i]) continue;
      for (std::size_t at = i; !done[at];) {
        done[at] = true;
        order.Refer(regions[at].id, {});
        if (const auto next = by_id.find(blocks[at].next); next != by_id.end()) at = next->second;
      }
    }
  }
  return order;
}

}  // namespace

void OrderBlocks(std::vector<Block> blocks, const ReadingOrder& order,
                 std::vector<ScanRegion>& regions) {
  std::vector<std::size_t> by_slot(regions.size());
  std::iota(by_slot.begin(), by_slot.end(), std::size_t{0});
  std::stable_sort(by_slot.begin(), by_slot.end(),
                   [&](std::size_t a, std::size_t b) { return blocks[a].slot < blocks[b].slot; });
  std::vector<ScanRegion> sorted;
  std::vector<Block> sorted_blocks;
  bool chained = false;
  for (const std::size_t i : by_slot) {
    chained |= !blocks[i].next.empty();
    sorted.push_back(std::move(regions[i]));
    sorted_blocks.push_back(std::move(blocks[i]));
  }
  regions = std::move(sorted);
  const std::vector<std::size_t> no_subtrees(regions.size());
  if (chained) Chains(regions, sorted_blocks).Apply(regions, no_subtrees);
  order.Apply(regions, no_subtrees);
}

}  // namespace koppel::read_ocr
