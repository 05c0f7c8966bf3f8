// The white between two columns.
#pragma once

#include <vector>

#include "fragments.h"

namespace koppel::read_pdf {

using Block = std::vector<const Fragment*>;

// A stretch of a block from top to bottom: either lines that cross the gutter, or what stands
// between such lines.
struct Section {
  Block left;  // of the gutter
  Block right;
  Block crossing;
  bool empty() const { return left.empty() && right.empty() && crossing.empty(); }
};

// How a block is cut by its best gutter: sections from top to bottom. Sections without two columns
// of text are given as `crossing`. Empty if the block is one column.
std::vector<Section> CutAtGutter(const Block& block);

}  // namespace koppel::read_pdf
