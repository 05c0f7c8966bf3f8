#include "inferred_schema.h"

#include <fmt/format.h>

namespace koppel {

Result<const LayerSchema*> InferredSchemas::Make(std::string_view layer,
                                                 const std::vector<SeenFeature>& seen) {
  if (seen.size() > kMaxFeatures) {
    return BadInput(fmt::format("layer '{}' has {} features; at most {} fit", layer, seen.size(),
                                kMaxFeatures));
  }
  std::vector<FeatureInfo>& features = features_.emplace_back();
  for (const SeenFeature& feature : seen) {
    FeatureInfo info{names_.emplace_back(feature.name), feature.type, {}};
    features.push_back(info);
  }
  schemas_.push_back({names_.emplace_back(layer), {}, features});
  return &schemas_.back();
}

}  // namespace koppel
