#include "layer_choice.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/layers.h"
#include "koppel/params.h"

namespace koppel::write {

Status CheckLayerNames(const std::vector<std::string>& names) {
  std::vector<std::string_view> standard;
  for (const LayerSchema* schema : StandardLayers()) standard.push_back(schema->name);
  for (const std::string& name : names) {
    if (std::find(standard.begin(), standard.end(), name) != standard.end()) continue;
    const std::string_view near = NearestName(name, standard);
    if (!near.empty())
      return InvalidParameter(
          fmt::format("'layers': no layer '{}'; did you mean '{}'?", name, near));
  }
  return Ok();
}

}  // namespace koppel::write
