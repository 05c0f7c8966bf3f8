#include <fmt/format.h>

#include "koppel/registry/describe.h"

namespace koppel {

Status Unknown(const Registry& registry, std::string_view id) {
  std::vector<std::string_view> names;
  for (const ComponentInfo* component : registry.components()) names.push_back(component->id);
  for (const auto& plugin : registry.plugins()) names.push_back(plugin->name);
  std::string message = fmt::format("no component or plugin '{}'", id);
  if (const std::string_view near = NearestName(id, names); !near.empty()) {
    message += fmt::format("; did you mean '{}'?", near);
  } else if (names.empty()) {
    message += "; no plugins were found";
  } else {
    message += "; there are " + fmt::format("{}", fmt::join(names, ", "));
  }
  return {ErrorKind::kPluginLoad, std::move(message)};
}

}  // namespace koppel
