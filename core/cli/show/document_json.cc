#include "document_json.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <array>

#include "koppel/codec.h"
#include "koppel/layers.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::element_type;
using simdjson::dom::object;

constexpr std::string_view kPlace[] = {"begin", "end", "source_begin", "source_end"};

bool IsPlace(std::string_view key) {
  return std::find(std::begin(kPlace), std::end(kPlace), key) != std::end(kPlace);
}

std::string_view Text(object parent, std::string_view key) {
  std::string_view value;
  return parent[key].get(value) == simdjson::SUCCESS ? value : std::string_view{};
}

// Byte offsets of the places that a unit counts, for the offset that stands in the file.
class Offsets {
 public:
  Offsets(std::string_view text, std::string_view unit)
      : size_(text.size()), bytes_(unit == "utf8_bytes") {
    for (std::size_t i = 0; !bytes_ && i < text.size();) {
      const CodePoint point = DecodeAt(text, i);
      starts_.insert(starts_.end(), unit == "utf16" && point.size == 4 ? 2 : 1,
                     static_cast<std::uint32_t>(i));
      i += point.size;
    }
    starts_.push_back(static_cast<std::uint32_t>(size_));
  }

  Result<std::uint32_t> operator()(element row, std::string_view key) const {
    std::uint64_t value = 0;
    if (row[key].get(value) != simdjson::SUCCESS)
      return BadInput(fmt::format("'{}' is not a number", key));
    if (value > (bytes_ ? size_ : starts_.size() - 1))
      return BadInput(fmt::format("'{}' lies outside the text", key));
    return bytes_ ? static_cast<std::uint32_t>(value) : starts_[value];
  }

 private:
  std::size_t size_;
  bool bytes_;
  std::vector<std::uint32_t> starts_;
};

FeatureType TypeOf(element value) {
  switch (value.type()) {
    case element_type::INT64:
    case element_type::UINT64:
      return FeatureType::kInt;
    case element_type::DOUBLE:
      return FeatureType::kFloat;
    case element_type::BOOL:
      return FeatureType::kBool;
    case element_type::ARRAY:
      return FeatureType::kReferences;
    default:
      return FeatureType::kString;
  }
}

std::vector<SeenFeature> FeaturesOf(array rows) {
  std::vector<SeenFeature> seen;
  for (const element row : rows) {
    object fields;
    if (row.get(fields) != simdjson::SUCCESS) continue;
    for (const auto field : fields) {
      if (IsPlace(field.key)) continue;
      const auto known = std::find_if(seen.begin(), seen.end(),
                                      [&](const SeenFeature& f) { return f.name == field.key; });
      if (known == seen.end()) {
        seen.push_back({std::string(field.key), TypeOf(field.value)});
      } else if (known->type == FeatureType::kInt && TypeOf(field.value) == FeatureType::kFloat) {
        known->type = FeatureType::kFloat;
      }
    }
  }
  return seen;
}

Status WrongValue(const FeatureInfo& info) {
  return BadInput(fmt::format("feature '{}' is no {}", info.name, Name(info.type)));
}

Status SetCode(Document& document, const FeatureInfo& info, element value, std::int32_t& code) {
  std::string_view text;
  std::int64_t number = 0;
  bool truth = false;
  if (info.type == FeatureType::kBool && value.get(truth) == simdjson::SUCCESS) {
    code = truth ? 1 : 0;
  } else if (info.type == FeatureType::kReference && value.get(number) == simdjson::SUCCESS) {
    code = static_cast<std::int32_t>(
        std::clamp<std::int64_t>(number, -2, std::numeric_limits<std::int32_t>::max()));
  } else if (info.type == FeatureType::kString && value.get(text) == simdjson::SUCCESS) {
    code = internal::InternString(document, text);
  } else if (info.type == FeatureType::kEnum && value.get(text) == simdjson::SUCCESS) {
    const auto found = std::find(info.values.begin(), info.values.end(), text);
    if (found == info.values.end()) return WrongValue(info);
    code = static_cast<std::int32_t>(found - info.values.begin());
  } else {
    return WrongValue(info);
  }
  return Ok();
}

Status SetReferences(internal::LayerData& layer, std::size_t feature, std::uint32_t row,
                     element value) {
  array list;
  if (value.get(list) != simdjson::SUCCESS) return WrongValue(layer.schema->features[feature]);
  std::vector<std::int32_t> indexes;
  for (const element item : list) {
    std::int64_t index = -1;
    if (item.get(index) != simdjson::SUCCESS) return WrongValue(layer.schema->features[feature]);
    indexes.push_back(static_cast<std::int32_t>(
        std::min<std::int64_t>(index, std::numeric_limits<std::int32_t>::max())));
  }
  internal::SetList(layer, feature, row, indexes);
  return Ok();
}

Status SetFeature(Document& document, internal::LayerData& layer, std::size_t feature,
                  std::uint32_t row, element value) {
  internal::EnsureColumn(layer, feature);
  const FeatureInfo& info = layer.schema->features[feature];
  internal::ColumnData& column = layer.columns[feature];
  switch (info.type) {
    case FeatureType::kInt:
      return value.get(column.ints[row]) == simdjson::SUCCESS ? Ok() : WrongValue(info);
    case FeatureType::kFloat:
      return value.get(column.floats[row]) == simdjson::SUCCESS ? Ok() : WrongValue(info);
    case FeatureType::kReferences:
      return SetReferences(layer, feature, row, value);
    default:
      return SetCode(document, info, value, column.codes[row]);
  }
}

Status AddRow(Document& document, internal::LayerData& layer, const Offsets& offsets, element row) {
  object fields;
  if (row.get(fields) != simdjson::SUCCESS) return BadInput("a row is no object");
  const Result<std::uint32_t> begin = offsets(row, "begin"), end = offsets(row, "end");
  if (!begin.ok()) return BadInput(begin.status().message());
  if (!end.ok()) return BadInput(end.status().message());
  const std::uint32_t index = internal::AddRow(layer, {*begin, *end});
  for (const auto field : fields) {
    if (IsPlace(field.key)) continue;
    const int feature = FindFeature(*layer.schema, field.key);
    if (feature < 0) return BadInput(fmt::format("no feature '{}' in this version", field.key));
    KOPPEL_RETURN_IF_ERROR(
        SetFeature(document, layer, static_cast<std::size_t>(feature), index, field.value));
  }
  return Ok();
}

Status AddLayer(Document& document, const LayerSchema& schema, const Offsets& offsets, array rows) {
  internal::LayerData& layer = *internal::EnsureLayer(document, schema);
  for (const element row : rows) {
    Status status = AddRow(document, layer, offsets, row);
    if (!status.ok())
      return std::move(status).WithContext(
          fmt::format("layer '{}' row {}", schema.name, layer.rows));
  }
  return Ok();
}

Status AddLayers(object parent, InferredSchemas& inferred, std::vector<const LayerSchema*>& own,
                 Document& document) {
  const Offsets offsets(document.text(), Text(parent, "offset_unit"));
  object layers;
  if (parent["layers"].get(layers) != simdjson::SUCCESS) return BadInput("no 'layers'");
  for (const auto field : layers) {
    array rows;
    if (field.value.get(rows) != simdjson::SUCCESS)
      return BadInput(fmt::format("layer '{}' is no array", field.key));
    const auto standard = StandardLayers();
    const auto known = std::find_if(standard.begin(), standard.end(),
                                    [&](const auto* s) { return s->name == field.key; });
    const LayerSchema* schema = known == standard.end() ? nullptr : *known;
    if (!schema) {
      Result<const LayerSchema*> made = inferred.Make(field.key, FeaturesOf(rows));
      if (!made.ok()) return std::move(made).status();
      own.push_back(schema = *made);
    }
    KOPPEL_RETURN_IF_ERROR(AddLayer(document, *schema, offsets, rows));
  }
  return Ok();
}

void AddSource(object parent, Document& document) {
  object source;
  if (parent["source"].get(source) != simdjson::SUCCESS) return;
  std::uint64_t size = 0;
  if (source["size"].get(size) != simdjson::SUCCESS) size = 0;
  SourceContent content = SourceContent::kFile;
  for (const auto each :
       {SourceContent::kDecompressed, SourceContent::kValue, SourceContent::kExtraction}) {
    if (Name(each) == Text(source, "content")) content = each;
  }
  document.set_source({Text(source, "uri"), {}, Text(source, "media_type"), size, content});
}

Status Fill(element root, InferredSchemas& inferred, Document& document) {
  object parent;
  std::string_view text;
  if (root.get(parent) != simdjson::SUCCESS || parent["text"].get(text) != simdjson::SUCCESS) {
    return BadInput("it is no document: no 'text'");
  }
  document.set_id(Text(parent, "id"));
  AddSource(parent, document);
  KOPPEL_RETURN_IF_ERROR(document.SetText(std::string(text)));
  object metadata;
  if (parent["metadata"].get(metadata) == simdjson::SUCCESS) {
    for (const auto field : metadata) document.SetMetadata(field.key, Text(metadata, field.key));
  }
  std::vector<const LayerSchema*> own;
  KOPPEL_RETURN_IF_ERROR(AddLayers(parent, inferred, own, document));
  document.Seal();
  // The codec's checks hold for any document that comes from outside.
  std::string stored;
  KOPPEL_RETURN_IF_ERROR(Encode(document, stored));
  return Decode(stored, own, document);
}

Result<element> ParseLine(simdjson::dom::parser& parser, std::string_view line) {
  element root;
  if (const auto error = parser.parse(line.data(), line.size()).get(root); error) {
    return BadInput(fmt::format("it is no JSON: {}", simdjson::error_message(error)));
  }
  return root;
}

}  // namespace

Status ParseJson(std::string_view line, InferredSchemas& schemas, Document& document) {
  document.Reset();
  simdjson::dom::parser parser;
  Result<element> root = ParseLine(parser, line);
  if (!root.ok()) return std::move(root).status();
  Status status = Fill(*root, schemas, document);
  if (!status.ok()) document.Reset();
  return status;
}

Result<std::string> IdOfJson(std::string_view line) {
  simdjson::dom::parser parser;
  Result<element> root = ParseLine(parser, line);
  if (!root.ok()) return std::move(root).status();
  std::string_view id;
  if ((*root)["id"].get(id) != simdjson::SUCCESS) return BadInput("it is no document: no 'id'");
  return std::string(id);
}

}  // namespace koppel
