// Annotations of lines that are moved: to the core a move is a deletion and an insertion.
#pragma once

#include <string>
#include <vector>

#include "koppel/layers.h"
#include "layout/analysis.h"

namespace koppel::text {

// Takes the word boxes, and the regions of an earlier step, off the lines before they are moved,
// and puts the boxes where the words stand afterwards.
class MovedRows {
 public:
  // Takes the rows off `document`.
  MovedRows(std::vector<MovedLine> moved, Document& document);
  // Precondition: the edits are applied.
  void AddTo(Document& document) const;

 private:
  struct Copy {
    Span span;  // in the new text
    Ref<Page> page;
    double left, top, right, bottom;
    double font_size, confidence;  // NaN: not known
    std::string font;
  };
  std::vector<Copy> boxes_;
};

}  // namespace koppel::text
