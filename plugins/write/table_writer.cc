#include "table_writer.h"

#include <algorithm>
#include <tuple>

#include "table_cells.h"

namespace koppel::write {
namespace {

std::vector<TableRow> RowsOf(const Document& document, const std::vector<std::string>& layers) {
  std::vector<TableRow> rows;
  for (const std::string& name : layers) {
    const internal::LayerData* layer = internal::FindLayer(document, name);
    for (std::uint32_t i = 0; layer && i < layer->rows; ++i) rows.push_back({layer, i});
  }
  std::stable_sort(rows.begin(), rows.end(), [](const TableRow& a, const TableRow& b) {
    return std::tuple(a.span().begin, b.span().end) < std::tuple(b.span().begin, a.span().end);
  });
  return rows;
}

}  // namespace

template <class P>
void TableParams::DeclareTable(ParamSpec<P>& spec) {
  spec.Field("path", &P::path,
             "File, below the folder for output; .gz and .zst in its name ask for compression.");
  spec.Field("layers", &P::layers, "Layers whose annotations are the rows.").Layers().Required();
  spec.Field("columns", &P::columns,
             "Columns in their order; without any, place, text and all features.")
      .Columns(GeneralColumns(), LayersOfGeneralColumns());
}

void CsvWriter::Declare(ParamSpec<Params>& spec) {
  TableParams::DeclareTable(spec);
  spec.Field(
      "guard_formulas", &Params::guard_formulas,
      "Puts an apostrophe before cells that a spreadsheet would take for a formula (= + - @).");
}

void TsvWriter::Declare(ParamSpec<Params>& spec) { TableParams::DeclareTable(spec); }

Status TableWriter::Open(Setup& setup) {
  columns_ = ParseColumns(params_.layers, params_.columns);
  KOPPEL_RETURN_IF_ERROR(file_.Open(setup, params_.path));
  std::string header, rendered;
  AppendLine([](const TableColumn& column) { return column.header; }, header);
  file_.Render(header, rendered);
  return file_.Append(rendered);
}

Status TableWriter::Render(const Document& document, std::string& out) const {
  TableCells cells(document);
  std::string lines;
  for (const TableRow& row : RowsOf(document, params_.layers)) {
    AppendLine([&](const TableColumn& column) { return cells.Cell(row, column); }, lines);
  }
  if (!lines.empty()) file_.Render(lines, out);
  return Ok();
}

void TableWriter::AppendLine(const std::function<std::string(const TableColumn&)>& cell,
                             std::string& out) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) out += separator_;
    AppendField(cell(columns_[i]), out);
  }
  out += line_end_;
}

}  // namespace koppel::write
