// Schemas of layers that are known only by their values in a JSON file.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/schema.h"
#include "koppel/status.h"

namespace koppel {

// Name and type of a feature, as far as the rows seen tell it.
struct SeenFeature {
  std::string name;
  FeatureType type;
};

// Owns the schemas that it makes. Deques, so that what the schemas point to stays where it is.
class InferredSchemas {
 public:
  // bad_input if a layer has more than kMaxFeatures features.
  Result<const LayerSchema*> Make(std::string_view layer, const std::vector<SeenFeature>& seen);

 private:
  std::deque<std::string> names_;
  std::deque<std::vector<FeatureInfo>> features_;
  std::deque<LayerSchema> schemas_;
};

}  // namespace koppel
