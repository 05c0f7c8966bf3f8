#include "koppel/diff/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "koppel/dump.h"
#include "koppel/io.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

using internal::ColumnData;
using internal::LayerData;

constexpr std::size_t kReferenceBytes = 40;

std::string_view Shortened(std::string_view text) {
  std::size_t size = std::min(text.size(), kReferenceBytes);
  while (!OnBoundary(text, size)) --size;
  return text.substr(0, size);
}

class FeatureValues {
 public:
  FeatureValues(const Document& document, const LayerData& layer)
      : document_(document), layer_(layer) {}

  RowFacts Row(std::uint32_t row) const {
    RowFacts facts{{layer_.begin[row], layer_.end[row]}, {}};
    for (std::size_t f = 0; f < layer_.schema->features.size(); ++f) {
      std::string value = Value(f, row);
      if (!value.empty()) facts.features.emplace_back(layer_.schema->features[f].name, value);
    }
    return facts;
  }

 private:
  std::string Value(std::size_t feature, std::uint32_t row) const {
    const FeatureInfo& info = layer_.schema->features[feature];
    const ColumnData& column = layer_.columns[feature];
    if (!column.present()) return {};
    switch (info.type) {
      case FeatureType::kInt:
        return column.ints[row] == kNoInt ? "" : fmt::format("{}", column.ints[row]);
      case FeatureType::kFloat:
        return std::isnan(column.floats[row]) ? "" : fmt::format("{:.6g}", column.floats[row]);
      case FeatureType::kReferences:
        return List(info, column, row);
      default:
        return column.codes[row] < 0 ? "" : Code(info, column.codes[row]);
    }
  }

  std::string Code(const FeatureInfo& info, std::int32_t code) const {
    switch (info.type) {
      case FeatureType::kEnum:
        return std::string(info.values[static_cast<std::size_t>(code)]);
      case FeatureType::kString:
        return Quoted(internal::StringAt(document_, code));
      case FeatureType::kBool:
        return code ? "true" : "false";
      default:
        return Reference(info.target, code);
    }
  }

  std::string List(const FeatureInfo& info, const ColumnData& column, std::uint32_t row) const {
    std::string out;
    for (std::uint32_t i = row ? column.list_end[row - 1] : 0; i < column.list_end[row]; ++i)
      out += (out.empty() ? "" : ", ") + Reference(info.target, column.list[i]);
    return out;
  }

  // By the name of what it refers to, or else by the text that it covers.
  std::string Reference(std::string_view target, std::int32_t row) const {
    const LayerData* layer = internal::LookUp(document_, target);
    if (!layer || row < 0 || static_cast<std::uint32_t>(row) >= layer->rows)
      return fmt::format("{} ?", target);
    const auto index = static_cast<std::uint32_t>(row);
    const int name = FindFeature(*layer->schema, "name");
    if (name >= 0) {
      const auto feature = static_cast<std::size_t>(name);
      const ColumnData& column = layer->columns[feature];
      if (layer->schema->features[feature].type == FeatureType::kString && column.present() &&
          column.codes[index] >= 0)
        return fmt::format("{} {}", target,
                           Quoted(internal::StringAt(document_, column.codes[index])));
    }
    const Span span{layer->begin[index], layer->end[index]};
    return fmt::format("{} {}", target, Quoted(Shortened(span.In(document_.text()))));
  }

  const Document& document_;
  const LayerData& layer_;
};

void AddEdits(const Document& document, DocumentFacts& facts) {
  for (std::uint32_t r = 0; r < document.revisions(); ++r) {
    SourceMap to_source(document, r);
    LatestMap to_latest(document, r + 1);
    for (const RevisionEdit& edit : document.RevisionEdits(r)) {
      facts.edits.push_back({std::string(document.RevisionStep(r)), std::string(edit.rule),
                             fmt::format("{:.3f}", edit.confidence), to_source(edit.before),
                             std::string(edit.removed), std::string(edit.inserted),
                             to_latest(edit.after)});
    }
  }
}

}  // namespace

DocumentFacts FactsOf(const Document& document) {
  DocumentFacts facts;
  facts.id = document.id();
  facts.source_sha256 = Hex(document.source().sha256);
  facts.text = document.text();
  for (std::size_t i = 0; i < document.metadata_size(); ++i)
    facts.metadata.emplace(document.metadata_at(i));
  for (std::size_t l = 0; l < document.layer_count(); ++l) {
    const LayerData& layer = document.layer_at(l);
    std::vector<RowFacts>& rows = facts.layers[std::string(layer.schema->name)];
    const FeatureValues values(document, layer);
    for (std::uint32_t row = 0; row < layer.rows; ++row) rows.push_back(values.Row(row));
  }
  AddEdits(document, facts);
  return facts;
}

}  // namespace koppel
