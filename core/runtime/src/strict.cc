#include "strict.h"

#include <fmt/format.h>

#include <algorithm>

namespace koppel {
namespace {

bool Names(const std::vector<LayerNeed>& needs, std::string_view layer) {
  return std::any_of(needs.begin(), needs.end(),
                     [layer](const LayerNeed& need) { return need.layer == layer; });
}

template <class T>
void AppendRaw(const T* values, std::uint32_t rows, std::string& out) {
  out.append(reinterpret_cast<const char*>(values), rows * sizeof(T));
}

// The values of a layer, for a comparison within one process: its references are left out, which
// follow rows of other layers, and so are its spans, which follow the text.
std::string Values(const internal::LayerData& layer) {
  std::string out = std::to_string(layer.rows);
  for (std::size_t i = 0; i < layer.schema->features.size(); ++i) {
    const FeatureType type = layer.schema->features[i].type;
    if (type == FeatureType::kReference || type == FeatureType::kReferences) continue;
    const internal::ColumnData& column = layer.columns[i];
    if (!column.present()) continue;
    out += layer.schema->features[i].name;
    if (type == FeatureType::kInt) {
      AppendRaw(column.ints, layer.rows, out);
    } else if (type == FeatureType::kFloat) {
      AppendRaw(column.floats, layer.rows, out);
    } else {
      AppendRaw(column.codes, layer.rows, out);
    }
  }
  return out;
}

}  // namespace

StrictWatch::StrictWatch(Document& document, const ComponentInfo& component)
    : document_(document),
      component_(component),
      revisions_(document.revisions()),
      before_(ForeignContents()) {
  document_.WatchLayers(&asked_);
}

bool StrictWatch::Provides(std::string_view layer) const {
  return Names(component_.provides_layers, layer);
}

bool StrictWatch::Declares(std::string_view layer) const {
  return Provides(layer) || Names(component_.requires_layers, layer);
}

StrictWatch::Contents StrictWatch::ForeignContents() const {
  Contents contents;
  for (std::size_t i = 0; i < document_.layer_count(); ++i) {
    const internal::LayerData& layer = document_.layer_at(i);
    if (!Provides(layer.schema->name)) contents.emplace(layer.schema->name, Values(layer));
  }
  return contents;
}

Status StrictWatch::Verdict() {
  document_.WatchLayers(nullptr);
  for (const std::string_view layer : asked_) {
    if (Declares(layer)) continue;
    return Internal(
        fmt::format("{} uses the layer '{}', which it declares neither as required nor as provided",
                    component_.id, layer));
  }
  if (document_.revisions() != revisions_ && !component_.edits_text) {
    return Internal(fmt::format("{} edits the text, which it does not declare", component_.id));
  }
  const Contents after = ForeignContents();
  for (const auto& [layer, values] : after) {
    const auto before = before_.find(layer);
    if (before != before_.end() && before->second == values) continue;
    return Internal(fmt::format("{} writes the layer '{}', which it does not declare as provided",
                                component_.id, layer));
  }
  if (after.size() == before_.size()) return Ok();
  return Internal(fmt::format("{} removes a layer that it does not provide", component_.id));
}

}  // namespace koppel
