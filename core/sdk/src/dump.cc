#include "koppel/dump.h"

#include <fmt/format.h>

#include "koppel/features.h"

namespace koppel {
namespace {

std::string Rows(const FeatureRef& ref) {
  std::string out;
  for (const std::int32_t row : ref.rows)
    out += fmt::format("{}{}#{}", out.empty() ? "" : ",", ref.layer, row);
  return out;
}

std::string Value(const FeatureInfo& info, const FeatureValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value))
    return info.type == FeatureType::kString ? Quoted(*text) : std::string(*text);
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:.3f}", *number);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return Rows(std::get<FeatureRef>(value));
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
  ForEachFeature(document, layer, row, [&](const FeatureInfo& info, const FeatureValue& value) {
    out += fmt::format(" {}={}", info.name, Value(info, value));
  });
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
