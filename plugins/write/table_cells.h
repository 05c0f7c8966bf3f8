// What stands in the cells of a table.
#pragma once

#include <cstdint>
#include <string>

#include "koppel/document.h"
#include "table_columns.h"

namespace koppel::write {

// One annotation, untyped.
struct TableRow {
  const internal::LayerData* layer;
  std::uint32_t index;

  Span span() const { return {layer->begin[index], layer->end[index]}; }
};

// The cells of one document. Cheapest when rows are asked for in ascending order.
class TableCells {
 public:
  explicit TableCells(const Document& document) : document_(document), source_(document) {}

  // A feature of that name goes before the general meaning of a column. Empty where the row's layer
  // has neither.
  std::string Cell(const TableRow& row, const TableColumn& column);

 private:
  std::string General(const TableRow& row, Shows shows);
  // Number, from 1, of the row of `layer` that the span begins in; empty if there is none.
  std::string NumberIn(std::string_view layer, Span span) const;

  const Document& document_;
  SourceMap source_;
};

}  // namespace koppel::write
