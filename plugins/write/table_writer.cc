#include "table_writer.h"

#include <algorithm>
#include <tuple>

#include "feature_text.h"
#include "koppel/layers.h"
#include "table_cells.h"

namespace koppel::write {
namespace {

bool Contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string KindOf(const Document& document, const TableRow& row) {
  const int kind = FindFeature(*row.layer->schema, "kind");
  return kind < 0 ? std::string()
                  : FeatureText(document, *row.layer, static_cast<std::size_t>(kind), row.index);
}

std::vector<TableRow> RowsOf(const Document& document, const TableParams& params) {
  std::vector<TableRow> rows;
  for (const std::string& name : params.layers) {
    const internal::LayerData* layer = internal::FindLayer(document, name);
    for (std::uint32_t i = 0; layer && i < layer->rows; ++i) {
      const TableRow row{layer, i};
      const bool skip =
          !params.skip_kinds.empty() && Contains(params.skip_kinds, KindOf(document, row));
      if (!skip) rows.push_back(row);
    }
  }
  std::stable_sort(rows.begin(), rows.end(), [](const TableRow& a, const TableRow& b) {
    return std::tuple(a.span().begin, b.span().end) < std::tuple(b.span().begin, a.span().end);
  });
  return rows;
}

// Kinds of the layers that have a fixed set of them; nothing is known of those of other layers.
Status CheckKinds(const TableParams& params) {
  std::vector<std::string_view> kinds;
  for (const std::string& layer : params.layers) {
    const auto& all = StandardLayers();
    const auto schema = std::find_if(all.begin(), all.end(),
                                     [&](const LayerSchema* s) { return s->name == layer; });
    if (schema == all.end()) return Ok();
    const int kind = FindFeature(**schema, "kind");
    if (kind < 0) continue;
    const FeatureInfo& info = (*schema)->features[static_cast<std::size_t>(kind)];
    if (info.type != FeatureType::kEnum) return Ok();
    kinds.insert(kinds.end(), info.values.begin(), info.values.end());
  }
  for (const std::string& kind : params.skip_kinds) {
    KOPPEL_RETURN_IF_ERROR(CheckChoice("skip_kinds", kind, kinds));
  }
  return Ok();
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
  spec.Field("skip_kinds", &P::skip_kinds,
             "Values of the feature `kind` whose rows are left out, such as boilerplate.");
}

void CsvWriter::Declare(ParamSpec<Params>& spec) {
  TableParams::DeclareTable(spec);
  spec.Field(
      "guard_formulas", &Params::guard_formulas,
      "Puts an apostrophe before cells that a spreadsheet would take for a formula (= + - @).");
}

void TsvWriter::Declare(ParamSpec<Params>& spec) { TableParams::DeclareTable(spec); }

Status TableWriter::Open(Setup& setup) {
  KOPPEL_RETURN_IF_ERROR(CheckKinds(params_));
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
  for (const TableRow& row : RowsOf(document, params_)) {
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
