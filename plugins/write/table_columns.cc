#include "table_columns.h"

#include <algorithm>

#include "koppel/layers.h"
#include "koppel/params.h"

namespace koppel::write {
namespace {

struct General {
  std::string_view name;
  Shows shows;
  std::string_view layer = {};  // what it is taken from, where that is not the row's own layer
};

constexpr General kGeneral[] = {
    {"document", Shows::kDocument},
    {"layer", Shows::kLayer},
    {"begin", Shows::kBegin},
    {"end", Shows::kEnd},
    {"source_begin", Shows::kSourceBegin},
    {"source_end", Shows::kSourceEnd},
    {"text", Shows::kText},
    {"uri", Shows::kUri},
    {"sentence", Shows::kSentence, Sentence::kSchema.name},
    {"paragraph", Shows::kParagraph, Paragraph::kSchema.name},
    {"sentiment", Shows::kSentiment, Sentiment::kSchema.name},
    {"sentiment_value", Shows::kSentimentValue, Sentiment::kSchema.name},
    {"target", Shows::kTarget, Sentiment::kSchema.name},
};
// Of these, the columns that a table has unless others are asked for.
constexpr std::size_t kDefault = 7;

TableColumn ParseColumn(std::string_view text) {
  const ColumnName name = SplitColumn(text);
  TableColumn column{std::string(name.header), std::string(name.column)};
  for (const General& general : kGeneral) {
    if (general.name == name.column) column.shows = general.shows;
  }
  return column;
}

// Each feature once, though several layers have it.
std::vector<std::string> DefaultColumns(const std::vector<std::string>& layers) {
  std::vector<std::string> columns = GeneralColumns();
  columns.resize(kDefault);
  for (const std::string& layer : layers) {
    for (const LayerSchema* schema : StandardLayers()) {
      if (schema->name != layer) continue;
      for (const FeatureInfo& info : schema->features) {
        if (std::find(columns.begin(), columns.end(), info.name) == columns.end())
          columns.emplace_back(info.name);
      }
    }
  }
  return columns;
}

}  // namespace

std::vector<std::string> GeneralColumns() {
  std::vector<std::string> names;
  for (const General& general : kGeneral) names.emplace_back(general.name);
  return names;
}

std::vector<std::string> LayersOfGeneralColumns() {
  std::vector<std::string> layers;
  for (const General& general : kGeneral) layers.emplace_back(general.layer);
  return layers;
}

std::vector<TableColumn> ParseColumns(const std::vector<std::string>& layers,
                                      const std::vector<std::string>& columns) {
  std::vector<TableColumn> parsed;
  for (const std::string& text : columns.empty() ? DefaultColumns(layers) : columns)
    parsed.push_back(ParseColumn(text));
  return parsed;
}

}  // namespace koppel::write
