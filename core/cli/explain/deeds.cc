#include "deeds.h"

#include <memory>

#include "feature_values.h"

namespace koppel {
namespace {

std::string FeaturesOfAll(const Document& document, const internal::LayerData& layer) {
  std::string all;
  for (std::uint32_t row = 0; row < layer.rows; ++row) all += OwnFeatures(document, layer, row);
  return all;
}

void CompareLayers(const Document& before, const Document& after, StepDeed& deed) {
  for (std::size_t i = 0; i < after.layer_count(); ++i) {
    const internal::LayerData& now = after.layer_at(i);
    const internal::LayerData* was = internal::FindLayer(before, now.schema->name);
    const bool same =
        was && was->rows == now.rows && FeaturesOfAll(before, *was) == FeaturesOfAll(after, now);
    if (!same)
      deed.layers.push_back({std::string(now.schema->name), was ? was->rows : 0, now.rows});
  }
  for (std::size_t i = 0; i < before.layer_count(); ++i) {
    const internal::LayerData& was = before.layer_at(i);
    if (!after.HasLayer(was.schema->name))
      deed.layers.push_back({std::string(was.schema->name), was.rows, 0});
  }
}

void CompareMetadata(const Document& before, const Document& after, StepDeed& deed) {
  for (std::size_t i = 0; i < after.metadata_size(); ++i) {
    const auto [key, value] = after.metadata_at(i);
    if (before.metadata(key) != value) deed.metadata.emplace_back(key);
  }
}

}  // namespace

Result<std::vector<StepDeed>> DeedsOf(const DocumentHistory& history) {
  std::vector<StepDeed> deeds;
  auto before = std::make_unique<Document>(), after = std::make_unique<Document>();
  for (std::size_t state = 0; state < history.states(); ++state) {
    KOPPEL_RETURN_IF_ERROR(history.Restore(state, *after));
    StepDeed& deed = deeds.emplace_back();
    deed.state = state;
    deed.bytes_before = before->text().size();
    deed.bytes_after = after->text().size();
    for (std::uint32_t r = before->revisions(); r < after->revisions(); ++r) {
      for (const RevisionEdit& edit : after->RevisionEdits(r)) ++deed.edits[std::string(edit.rule)];
    }
    CompareLayers(*before, *after, deed);
    CompareMetadata(*before, *after, deed);
    std::swap(before, after);
  }
  return deeds;
}

}  // namespace koppel
