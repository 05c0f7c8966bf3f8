#include "koppel/diff/facts.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/dump.h"
#include "koppel/features.h"
#include "koppel/io.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

using internal::LayerData;

constexpr std::size_t kReferenceBytes = 40;

std::string_view Shortened(std::string_view text) {
  std::size_t size = std::min(text.size(), kReferenceBytes);
  while (!OnBoundary(text, size)) --size;
  return text.substr(0, size);
}

// By the names of what it refers to, or else by the text that they cover.
std::string Text(const Document& document, const FeatureRef& ref) {
  std::string out;
  for (const std::int32_t row : ref.rows) {
    const auto referent = ReferentOf(document, ref.layer, row);
    out += fmt::format("{}{} ", out.empty() ? "" : ", ", ref.layer);
    out += !referent         ? "?"
           : referent->named ? Quoted(referent->text)
                             : Quoted(Shortened(referent->text));
  }
  return out;
}

std::string Text(const Document& document, const FeatureInfo& info, const FeatureValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value))
    return info.type == FeatureType::kString ? Quoted(*text) : std::string(*text);
  if (const auto* number = std::get_if<double>(&value)) return fmt::format("{:.6g}", *number);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
  if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
  return Text(document, std::get<FeatureRef>(value));
}

RowFacts FactsOf(const Document& document, const LayerData& layer, std::uint32_t row) {
  RowFacts facts{{layer.begin[row], layer.end[row]}, {}};
  ForEachFeature(document, layer, row, [&](const FeatureInfo& info, const FeatureValue& value) {
    facts.features.emplace_back(info.name, Text(document, info, value));
  });
  return facts;
}

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
    for (std::uint32_t row = 0; row < layer.rows; ++row)
      rows.push_back(FactsOf(document, layer, row));
  }
  AddEdits(document, facts);
  return facts;
}

}  // namespace koppel
