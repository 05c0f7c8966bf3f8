#include "table_cells.h"

#include <algorithm>

#include "feature_text.h"
#include "sentiment_of.h"

namespace koppel::write {
namespace {

constexpr std::string_view kGap = " … ";

// What a row covers; of one in pieces (feature `parts`), the pieces without what stands between.
std::string TextOf(const Document& document, const TableRow& row) {
  const std::string whole(row.span().In(document.text()));
  const int parts = FindFeature(*row.layer->schema, "parts");
  if (parts < 0) return whole;
  const auto at = static_cast<std::size_t>(parts);
  const FeatureInfo& info = row.layer->schema->features[at];
  const internal::ColumnData& column = row.layer->columns[at];
  if (info.type != FeatureType::kReferences || !column.present()) return whole;
  const internal::LayerData* pieces = internal::FindLayer(document, info.target);
  std::string text;
  for (std::uint32_t i = row.index ? column.list_end[row.index - 1] : 0;
       pieces != nullptr && i < column.list_end[row.index]; ++i) {
    const auto piece = static_cast<std::uint32_t>(column.list[i]);
    if (!text.empty()) text += kGap;
    text += Span{pieces->begin[piece], pieces->end[piece]}.In(document.text());
  }
  return text.empty() ? whole : text;
}

}  // namespace

std::string TableCells::Cell(const TableRow& row, const TableColumn& column) {
  const int feature = FindFeature(*row.layer->schema, column.name);
  if (feature >= 0)
    return FeatureText(document_, *row.layer, static_cast<std::size_t>(feature), row.index);
  return General(row, column.shows);
}

std::string TableCells::General(const TableRow& row, Shows shows) {
  const std::string_view layer = row.layer->schema->name;
  const Span span = row.span();
  switch (shows) {
    case Shows::kFeature:
      return {};
    case Shows::kDocument:
      return std::string(document_.id());
    case Shows::kUri:
      return std::string(document_.source().uri);
    case Shows::kLayer:
      return std::string(layer);
    case Shows::kText:
      return TextOf(document_, row);
    case Shows::kBegin:
      return std::to_string(span.begin);
    case Shows::kEnd:
      return std::to_string(span.end);
    case Shows::kSourceBegin:
      return std::to_string(source_(span).begin);
    case Shows::kSourceEnd:
      return std::to_string(source_(span).end);
    case Shows::kSentence:
      return NumberIn("sentence", span);
    case Shows::kParagraph:
      return NumberIn("paragraph", span);
    case Shows::kSentiment:
      return SentimentOf(document_, layer, span).label;
    case Shows::kSentimentValue:
      return SentimentOf(document_, layer, span).value;
    case Shows::kTarget:
      return SentimentOf(document_, layer, span).target;
  }
  return {};
}

std::string TableCells::NumberIn(std::string_view name, Span span) const {
  const internal::LayerData* layer = internal::FindLayer(document_, name);
  if (!layer) return {};
  const std::uint32_t* behind =
      std::upper_bound(layer->begin, layer->begin + layer->rows, span.begin);
  const auto number = static_cast<std::size_t>(behind - layer->begin);
  if (number == 0 || layer->end[number - 1] < span.begin) return {};
  return std::to_string(number);
}

}  // namespace koppel::write
