// In which order the blocks of an ALTO page are read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reading_order.h"
#include "scan.h"

namespace koppel::read_ocr {

// Where on the page a block stands; in the order of reading.
enum class Slot : std::uint8_t { kTop, kPrintSpace, kSide, kBottom };

struct Block {
  Slot slot = Slot::kPrintSpace;
  std::string next;  // id of the block that is read after it
};

// From top to bottom by where they stand, else as in the file; along the chains of `next`, where
// there are any; and as `order` has it, where it names them. `blocks` are those of the regions.
void OrderBlocks(std::vector<Block> blocks, const ReadingOrder& order,
                 std::vector<ScanRegion>& regions);

}  // namespace koppel::read_ocr
