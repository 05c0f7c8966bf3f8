#include <fmt/format.h>

#include <algorithm>

#include "codec_check.h"
#include "koppel/utf8.h"

namespace koppel::internal {
namespace {

const v1::Layer* FindStored(const v1::Document& document, std::string_view name) {
  const auto& layers = document.layers();
  const auto found = std::find_if(layers.begin(), layers.end(),
                                  [&](const auto& layer) { return layer.name() == name; });
  return found == layers.end() ? nullptr : &*found;
}

// Makes the spans absolute, and checks that they lie in the text, on boundaries, in order.
Status RestoreSpans(v1::Layer& layer, bool delta, std::string_view text) {
  if (layer.begin_size() != layer.end_size()) {
    return BadInput(fmt::format("{} begins, but {} ends", layer.begin_size(), layer.end_size()));
  }
  std::uint64_t last_begin = 0, last_end = text.size();
  for (int i = 0; i < layer.begin_size(); ++i) {
    const std::uint64_t begin = layer.begin(i) + (delta ? last_begin : 0);
    const std::uint64_t end = layer.end(i) + (delta ? begin : 0);
    if (end > text.size() || begin > end) {
      return BadInput(
          fmt::format("row {} is {}..{} in a text of {} bytes", i, begin, end, text.size()));
    }
    if (begin < last_begin || (begin == last_begin && end > last_end)) {
      return BadInput(fmt::format("row {} is out of order", i));
    }
    if (!OnBoundary(text, begin) || !OnBoundary(text, end)) {
      return BadInput(fmt::format("row {} splits a code point", i));
    }
    layer.set_begin(i, static_cast<std::uint32_t>(begin));
    layer.set_end(i, static_cast<std::uint32_t>(end));
    last_begin = begin;
    last_end = end;
  }
  return Ok();
}

bool UsesCodes(FeatureType type) {
  return type != FeatureType::kInt && type != FeatureType::kFloat &&
         type != FeatureType::kReferences;
}

// Whether exactly the array that the type uses is there, with one value for each row.
bool FitsRows(const v1::Column& column, FeatureType type, int rows) {
  const auto expected = [rows](bool used) { return used ? rows : 0; };
  return column.codes_size() == expected(UsesCodes(type)) &&
         column.ints_size() == expected(type == FeatureType::kInt) &&
         column.floats_size() == expected(type == FeatureType::kFloat) &&
         column.list_end_size() == expected(type == FeatureType::kReferences) &&
         (type == FeatureType::kReferences || column.list().empty());
}

// Codes of a feature are below this.
int CodeLimit(const v1::Document& document, const FeatureInfo& info) {
  switch (info.type) {
    case FeatureType::kEnum:
      return static_cast<int>(info.values.size());
    case FeatureType::kString:
      return document.strings_size();
    case FeatureType::kBool:
      return 2;
    default:
      break;
  }
  const v1::Layer* target = FindStored(document, info.target);
  return target ? target->begin_size() : 0;
}

Status CheckCodes(const google::protobuf::RepeatedField<std::int32_t>& codes, int least,
                  int limit) {
  const auto wrong = std::find_if(codes.begin(), codes.end(),
                                  [=](int code) { return code < least || code >= limit; });
  if (wrong == codes.end()) return Ok();
  return BadInput(
      fmt::format("value {} at {}; there are {}", *wrong, wrong - codes.begin(), limit));
}

Status CheckListEnds(const v1::Column& column) {
  std::uint32_t last = 0;
  for (const std::uint32_t end : column.list_end()) {
    if (end < last) return BadInput("its lists are out of order");
    last = end;
  }
  return last == static_cast<std::uint32_t>(column.list_size())
             ? Ok()
             : BadInput("its lists don't end with its values");
}

Status CheckColumn(const v1::Document& document, const v1::Column& column, const FeatureInfo& info,
                   int rows) {
  if (!FitsRows(column, info.type, rows)) {
    return BadInput(fmt::format("its values don't fit {} rows of type {}", rows, Name(info.type)));
  }
  const int limit = CodeLimit(document, info);
  if (info.type == FeatureType::kReferences) {
    KOPPEL_RETURN_IF_ERROR(CheckListEnds(column));
    return CheckCodes(column.list(), 0, limit);
  }
  return CheckCodes(column.codes(), -1, limit);
}

Status CheckColumns(const v1::Document& document, const v1::Layer& layer,
                    const LayerSchema& schema) {
  std::uint64_t seen = 0;
  for (const v1::Column& column : layer.columns()) {
    const int feature = FindFeature(schema, column.name());
    if (feature < 0) return BadInput(fmt::format("no feature '{}' in its schema", column.name()));
    const std::uint64_t bit = std::uint64_t{1} << feature;
    if (seen & bit) return BadInput(fmt::format("feature '{}' is there twice", column.name()));
    seen |= bit;
    Status status = CheckColumn(
        document, column, schema.features[static_cast<std::size_t>(feature)], layer.begin_size());
    if (!status.ok())
      return std::move(status).WithContext(fmt::format("feature '{}'", column.name()));
  }
  return Ok();
}

}  // namespace

Status RestoreLayers(v1::Document& document, std::span<const LayerSchema* const> schemas) {
  if (!v1::Coding_IsValid(document.coding())) {
    return BadInput(fmt::format("unknown coding {}", static_cast<int>(document.coding())));
  }
  const bool delta = document.coding() == v1::DELTA;
  for (v1::Layer& layer : *document.mutable_layers()) {
    if (FindStored(document, layer.name()) != &layer)
      return BadInput(fmt::format("layer '{}' is there twice", layer.name()));
    Status status = RestoreSpans(layer, delta, document.text());
    if (!status.ok()) return std::move(status).WithContext(fmt::format("layer '{}'", layer.name()));
  }
  document.set_coding(v1::ABSOLUTE);
  for (const v1::Layer& layer : document.layers()) {
    const auto schema = std::find_if(schemas.begin(), schemas.end(),
                                     [&](const auto* s) { return s->name == layer.name(); });
    if (schema == schemas.end())
      return BadInput(fmt::format("layer '{}' has no schema", layer.name()));
    Status status = CheckColumns(document, layer, **schema);
    if (!status.ok()) return std::move(status).WithContext(fmt::format("layer '{}'", layer.name()));
  }
  return Ok();
}

}  // namespace koppel::internal
