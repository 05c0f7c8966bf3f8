#include "origins.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "feature_values.h"

namespace koppel {
namespace {

struct Sought {
  Origin* origin;
  std::string features;
  bool found = false, same = false;
};

// By layer and by place in the latest text.
using Places = std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Sought*>>;
using ByLayer = std::map<std::string_view, Places>;

void Look(const Document& state, const internal::LayerData& layer, const Places& places,
          LatestMap& latest) {
  for (std::uint32_t row = 0; row < layer.rows; ++row) {
    const Span now = latest({layer.begin[row], layer.end[row]});
    const auto place = places.find({now.begin, now.end});
    if (place == places.end()) continue;
    const std::string features = OwnFeatures(state, layer, row);
    for (Sought* sought : place->second) {
      sought->found = true;
      sought->same = sought->same || features == sought->features;
    }
  }
}

}  // namespace

Status TraceOrigins(const DocumentHistory& history, const Document& document,
                    std::vector<Origin>& origins) {
  std::vector<Sought> all;
  for (Origin& origin : origins)
    all.push_back({&origin, OwnFeatures(document, *origin.layer, origin.row)});
  ByLayer layers;
  for (Sought& sought : all) {
    const internal::LayerData& layer = *sought.origin->layer;
    const std::uint32_t row = sought.origin->row;
    sought.origin->made = sought.origin->changed = history.states() - 1;
    layers[layer.schema->name][{layer.begin[row], layer.end[row]}].push_back(&sought);
  }
  // From the last back, as long as the row is there.
  Document state;
  std::vector<bool> there(all.size(), true), alike(all.size(), true);
  for (std::size_t i = history.states(); i-- > 0;) {
    KOPPEL_RETURN_IF_ERROR(history.Restore(i, state));
    for (const auto& [name, places] : layers) {
      const internal::LayerData* layer = internal::FindLayer(state, name);
      // The ledger of the latest document holds that of every state.
      LatestMap latest(document, state.revisions());
      if (layer) Look(state, *layer, places, latest);
    }
    for (std::size_t s = 0; s < all.size(); ++s) {
      there[s] = there[s] && all[s].found;
      alike[s] = alike[s] && there[s] && all[s].same;
      if (there[s]) all[s].origin->made = i;
      if (alike[s]) all[s].origin->changed = i;
      all[s].found = all[s].same = false;
    }
  }
  return Ok();
}

}  // namespace koppel
