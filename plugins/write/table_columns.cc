#include "table_columns.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/layers.h"
#include "koppel/params.h"
#include "layer_choice.h"

namespace koppel::write {
namespace {

struct General {
  std::string_view name;
  Shows shows;
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
    {"sentence", Shows::kSentence},
    {"paragraph", Shows::kParagraph},
    {"sentiment", Shows::kSentiment},
    {"sentiment_value", Shows::kSentimentValue},
    {"target", Shows::kTarget},
};
// Of these, the columns that a table has unless others are asked for.
constexpr std::size_t kDefault = 7;

// Names of the features of the layers, once each; `complete` is false if a layer is not standard.
struct Features {
  std::vector<std::string_view> names;
  bool complete = true;
};

Features FeaturesOf(const std::vector<std::string>& layers) {
  Features features;
  for (const std::string& layer : layers) {
    const auto standard = StandardLayers();
    const auto schema = std::find_if(standard.begin(), standard.end(),
                                     [&](const auto* s) { return s->name == layer; });
    if (schema == standard.end()) {
      features.complete = false;
      continue;
    }
    for (const FeatureInfo& info : (*schema)->features) {
      auto& names = features.names;
      if (std::find(names.begin(), names.end(), info.name) == names.end())
        names.push_back(info.name);
    }
  }
  return features;
}

Status Unknown(std::string_view name, const std::vector<std::string>& layers,
               const Features& features) {
  std::vector<std::string_view> known = features.names;
  for (const General& general : kGeneral) known.push_back(general.name);
  if (const std::string_view near = NearestName(name, known); !near.empty()) {
    return InvalidParameter(
        fmt::format("'columns': no column '{}'; did you mean '{}'?", name, near));
  }
  if (!features.complete) return Ok();
  return InvalidParameter(fmt::format("'columns': no column '{}' for {}; there are {}", name,
                                      fmt::join(layers, ", "), fmt::join(known, ", ")));
}

Result<TableColumn> ParseColumn(const std::string& text, const std::vector<std::string>& layers,
                                const Features& features) {
  const std::size_t equals = text.find('=');
  TableColumn column;
  column.header = text.substr(0, equals);
  column.name = equals == std::string::npos ? text : text.substr(equals + 1);
  const auto general = std::find_if(std::begin(kGeneral), std::end(kGeneral),
                                    [&](const General& g) { return g.name == column.name; });
  if (general != std::end(kGeneral)) {
    column.shows = general->shows;
  } else if (std::find(features.names.begin(), features.names.end(), column.name) ==
             features.names.end()) {
    KOPPEL_RETURN_IF_ERROR(Unknown(column.name, layers, features));
  }
  return column;
}

std::vector<std::string> DefaultColumns(const Features& features) {
  std::vector<std::string> columns;
  for (std::size_t i = 0; i < kDefault; ++i) columns.emplace_back(kGeneral[i].name);
  columns.insert(columns.end(), features.names.begin(), features.names.end());
  return columns;
}

}  // namespace

Result<std::vector<TableColumn>> ParseColumns(const std::vector<std::string>& layers,
                                              const std::vector<std::string>& columns) {
  if (layers.empty())
    return InvalidParameter("'layers' must name at least one layer, e.g. [turn, quote]");
  KOPPEL_RETURN_IF_ERROR(CheckLayerNames(layers));
  const Features features = FeaturesOf(layers);
  std::vector<TableColumn> parsed;
  for (const std::string& text : columns.empty() ? DefaultColumns(features) : columns) {
    Result<TableColumn> column = ParseColumn(text, layers, features);
    if (!column.ok()) return std::move(column).status();
    const auto same = [&](const TableColumn& other) { return other.header == column->header; };
    if (column->header.empty() || std::any_of(parsed.begin(), parsed.end(), same)) {
      return InvalidParameter(fmt::format("'columns': '{}' has no header of its own", text));
    }
    parsed.push_back(*std::move(column));
  }
  return parsed;
}

}  // namespace koppel::write
