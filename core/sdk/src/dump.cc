#include "koppel/dump.h"

#include <fmt/format.h>

#include <cmath>

namespace koppel {
namespace {

std::string Code(const Document& document, const FeatureInfo& info, std::int32_t code) {
  switch (info.type) {
    case FeatureType::kEnum:
      return std::string(info.values[static_cast<std::size_t>(code)]);
    case FeatureType::kString:
      return Quoted(internal::StringAt(document, code));
    case FeatureType::kBool:
      return code ? "true" : "false";
    default:
      return fmt::format("{}#{}", info.target, code);
  }
}

std::string List(const FeatureInfo& info, const internal::ColumnData& column, std::uint32_t row) {
  std::string out;
  for (std::uint32_t i = row ? column.list_end[row - 1] : 0; i < column.list_end[row]; ++i) {
    out += fmt::format("{}{}#{}", out.empty() ? "" : ",", info.target, column.list[i]);
  }
  return out;
}

// The feature's value, or "" where it has none.
std::string Value(const Document& document, const internal::LayerData& layer, std::size_t feature,
                  std::uint32_t row) {
  const FeatureInfo& info = layer.schema->features[feature];
  const internal::ColumnData& column = layer.columns[feature];
  if (!column.present()) return {};
  switch (info.type) {
    case FeatureType::kInt:
      return column.ints[row] == kNoInt ? "" : fmt::format("{}", column.ints[row]);
    case FeatureType::kFloat:
      return std::isnan(column.floats[row]) ? "" : fmt::format("{:.3f}", column.floats[row]);
    case FeatureType::kReferences:
      return List(info, column, row);
    default:
      return column.codes[row] < 0 ? "" : Code(document, info, column.codes[row]);
  }
}

}  // namespace

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + "\"";
}

std::string DumpFeatures(const Document& document, const internal::LayerData& layer,
                         std::uint32_t row) {
  std::string out;
  for (std::size_t f = 0; f < layer.schema->features.size(); ++f) {
    const std::string value = Value(document, layer, f, row);
    if (!value.empty()) out += fmt::format(" {}={}", layer.schema->features[f].name, value);
  }
  return out;
}

std::string DumpLayers(const Document& document) {
  std::string out;
  for (std::size_t l = 0; l < document.layer_count(); ++l) {
    const internal::LayerData& layer = document.layer_at(l);
    for (std::uint32_t row = 0; row < layer.rows; ++row) {
      const Span span{layer.begin[row], layer.end[row]};
      out += fmt::format("{} {} {}{} {}\n", layer.schema->name, span.begin, span.end,
                         DumpFeatures(document, layer, row), Quoted(span.In(document.text())));
    }
  }
  return out;
}

std::string DumpEdits(const Document& document) {
  std::string out;
  for (std::uint32_t r = 0; r < document.revisions(); ++r) {
    for (const RevisionEdit& edit : document.RevisionEdits(r)) {
      out += fmt::format("edit {} {} {:.3f} {} {} {} -> {}\n", document.RevisionStep(r), edit.rule,
                         edit.confidence, edit.before.begin, edit.before.end, Quoted(edit.removed),
                         Quoted(edit.inserted));
    }
  }
  return out;
}

}  // namespace koppel
