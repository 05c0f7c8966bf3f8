#include "koppel/provenance/document_digest.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "canonical_hash.h"
#include "koppel/schema.h"
#include "koppel/v1/document.pb.h"

namespace koppel {
namespace {

using internal::CanonicalHash;
using internal::ColumnData;
using internal::LayerData;

constexpr std::string_view kHeader = "koppel document 1\n";
constexpr std::uint64_t kNotANumber = 0x7FF8'0000'0000'0000;

// Codes of a table as positions among those that occur, in the order of their first occurrence: the
// table itself may hold more, in any order.
class Categories {
 public:
  explicit Categories(std::size_t table) : positions_(table, 0) {}

  // 0 for none.
  std::uint32_t PositionOf(std::int32_t code) {
    if (code < 0) return 0;
    std::uint32_t& position = positions_[static_cast<std::size_t>(code)];
    if (position == 0) {
      used_.push_back(code);
      position = static_cast<std::uint32_t>(used_.size());
    }
    return position;
  }
  const std::vector<std::int32_t>& used() const { return used_; }

 private:
  std::vector<std::uint32_t> positions_;
  std::vector<std::int32_t> used_;
};

class DocumentHash {
 public:
  explicit DocumentHash(const Document& document) : document_(document) {}

  std::string Digest() {
    hash_.Bytes(kHeader);
    hash_.Text(document_.id());
    AddSource();
    hash_.Text(document_.text());
    AddMetadata();
    AddLayers();
    AddRevisions();
    return hash_.Digest();
  }

 private:
  void AddSource() {
    const Source source = document_.source();
    hash_.Text(source.sha256);
    hash_.Text(source.media_type);
    hash_.U64(source.size);
    hash_.Text(Name(source.content));
    AddAlignment(document_.message().source().alignment());
  }

  void AddMetadata() {
    hash_.U64(document_.metadata_size());
    for (std::size_t i = 0; i < document_.metadata_size(); ++i) {
      const auto [key, value] = document_.metadata_at(i);
      hash_.Text(key);
      hash_.Text(value);
    }
  }

  void AddLayers() {
    std::vector<const LayerData*> layers;
    for (std::size_t i = 0; i < document_.layer_count(); ++i) {
      layers.push_back(&document_.layer_at(i));
    }
    std::sort(layers.begin(), layers.end(), [](const LayerData* a, const LayerData* b) {
      return a->schema->name < b->schema->name;
    });
    hash_.U64(layers.size());
    for (const LayerData* layer : layers) AddLayer(*layer);
  }

  void AddLayer(const LayerData& layer) {
    hash_.Text(layer.schema->name);
    hash_.U64(layer.rows);
    hash_.U32s(layer.begin, layer.rows);
    hash_.U32s(layer.end, layer.rows);
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < layer.schema->features.size(); ++i) {
      if (HasValues(layer, i)) columns.push_back(i);
    }
    const auto& features = layer.schema->features;
    std::sort(columns.begin(), columns.end(), [&features](std::size_t a, std::size_t b) {
      return features[a].name < features[b].name;
    });
    hash_.U64(columns.size());
    for (const std::size_t column : columns) {
      AddColumn(layer.columns[column], features[column], layer.rows);
    }
  }

  // A column that nothing was set in is as good as none.
  static bool HasValues(const LayerData& layer, std::size_t feature) {
    const ColumnData& column = layer.columns[feature];
    if (!column.present()) return false;
    const std::uint32_t rows = layer.rows;
    switch (layer.schema->features[feature].type) {
      case FeatureType::kInt:
        return std::any_of(column.ints, column.ints + rows,
                           [](std::int64_t value) { return value != kNoInt; });
      case FeatureType::kFloat:
        return std::any_of(column.floats, column.floats + rows,
                           [](double value) { return !std::isnan(value); });
      case FeatureType::kReferences:
        return rows > 0 && column.list_end[rows - 1] > 0;
      default:
        return std::any_of(column.codes, column.codes + rows,
                           [](std::int32_t code) { return code >= 0; });
    }
  }

  void AddColumn(const ColumnData& column, const FeatureInfo& feature, std::uint32_t rows) {
    hash_.Text(feature.name);
    hash_.Text(Name(feature.type));
    switch (feature.type) {
      case FeatureType::kEnum:
        return AddCategories(column.codes, rows, feature.values.size(), [&](std::int32_t code) {
          return feature.values[static_cast<std::size_t>(code)];
        });
      case FeatureType::kString:
        return AddStrings(column.codes, rows);
      case FeatureType::kInt:
        // The signed type of the same size may be read as the unsigned one.
        return hash_.U64s(reinterpret_cast<const std::uint64_t*>(column.ints), rows);
      case FeatureType::kFloat:
        for (std::uint32_t i = 0; i < rows; ++i) AddFloat(column.floats[i]);
        return;
      case FeatureType::kBool:
      case FeatureType::kReference:
        for (std::uint32_t i = 0; i < rows; ++i)
          hash_.U32(static_cast<std::uint32_t>(column.codes[i] + 1));
        return;
      case FeatureType::kReferences:
        return AddLists(column, rows);
    }
  }

  template <class NameOf>
  void AddCategories(const std::int32_t* codes, std::uint32_t rows, std::size_t table,
                     NameOf name_of) {
    Categories categories(table);
    std::vector<std::uint32_t> positions(rows);
    for (std::uint32_t i = 0; i < rows; ++i) positions[i] = categories.PositionOf(codes[i]);
    hash_.U64(categories.used().size());
    for (const std::int32_t code : categories.used()) hash_.Text(name_of(code));
    hash_.U32s(positions.data(), positions.size());
  }

  void AddStrings(const std::int32_t* codes, std::uint32_t rows) {
    const auto& strings = document_.message().strings();
    AddCategories(codes, rows, static_cast<std::size_t>(strings.size()),
                  [&strings](std::int32_t code) -> std::string_view { return strings[code]; });
  }

  void AddFloat(double value) {
    // One form for each: NaN has many, and 0 has two.
    hash_.U64(std::isnan(value) ? kNotANumber : std::bit_cast<std::uint64_t>(value + 0.0));
  }

  void AddLists(const ColumnData& column, std::uint32_t rows) {
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i < rows; ++i) {
      hash_.U32(column.list_end[i] - begin);
      begin = column.list_end[i];
    }
    for (std::uint32_t i = 0; i < begin; ++i)
      hash_.U32(static_cast<std::uint32_t>(column.list[i] + 1));
  }

  void AddAlignment(const v1::Alignment& alignment) {
    hash_.U64(static_cast<std::uint64_t>(alignment.begin_size()));
    for (const auto* values : {&alignment.begin(), &alignment.removed(), &alignment.inserted()}) {
      hash_.U32s(values->data(), static_cast<std::size_t>(values->size()));
    }
  }

  void AddRevisions() {
    const auto& revisions = document_.message().revisions();
    hash_.U64(static_cast<std::uint64_t>(revisions.size()));
    for (const v1::Revision& revision : revisions) {
      hash_.Text(revision.step());
      AddAlignment(revision.alignment());
      hash_.Text(revision.removed_text());
      hash_.Text(revision.inserted_text());
      AddStrings(revision.rule().data(), static_cast<std::uint32_t>(revision.rule_size()));
      for (const float confidence : revision.confidence()) {
        hash_.U32(std::bit_cast<std::uint32_t>(confidence));
      }
    }
  }

  const Document& document_;
  CanonicalHash hash_;
};

}  // namespace

std::string DocumentDigest(const Document& document) { return DocumentHash(document).Digest(); }

}  // namespace koppel
