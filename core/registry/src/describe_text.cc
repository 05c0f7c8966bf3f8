#include <fmt/format.h>

#include "koppel/registry/describe.h"
#include "wording.h"

namespace koppel {
namespace {

std::string LayerLines(const std::vector<LayerNeed>& needs, bool provided) {
  std::string lines;
  for (const LayerNeed& need : needs) {
    const std::string features =
        need.features.empty() ? "" : fmt::format(" ({})", fmt::join(need.features, ", "));
    lines += fmt::format("  {}{}: {}\n", need.layer, features, Explain(need, provided));
  }
  return lines;
}

std::string Params(const ComponentInfo& component) {
  if (component.params.empty()) return "\nNo parameters.\n";
  std::string text = "\nParameters\n";
  for (const ParamInfo& param : component.params) {
    text += fmt::format("  {}: {}; {}\n      {}\n", param.name, Allowed(param),
                        param.required ? "required" : "default " + ToYaml(param.default_value),
                        param.help);
  }
  return text;
}

}  // namespace

std::string DescribeText(const ComponentInfo& component) {
  const PluginInfo& plugin = *component.plugin;
  std::string text = fmt::format("{}: {}\n", component.id, component.help);
  text += fmt::format("{} of plugin {} {} ({}), {}{}{}\n", Name(component.role), plugin.name,
                      plugin.version, plugin.licence, Explain(component.concurrency),
                      component.edits_text ? ", changes the text" : "",
                      component.deterministic ? "" : ", not deterministic");
  if (!component.extensions.empty())
    text += fmt::format("reads {}\n", fmt::join(component.extensions, ", "));
  if (component.stored_layers) text += "brings the layers that the documents were stored with\n";
  if (!component.metadata.empty())
    text += fmt::format("sets the metadata {}\n", Metadata(component));
  const std::string layers =
      LayerLines(component.requires_layers, false) + LayerLines(component.provides_layers, true);
  if (!layers.empty()) text += "\nLayers\n" + layers;
  return text + Params(component);
}

std::string DescribeText(const PluginInfo& plugin) {
  std::string text =
      fmt::format("plugin {} {} ({})\n{}\nbuilt with {}\n", plugin.name, plugin.version,
                  plugin.licence, plugin.library.string(), plugin.fingerprint);
  for (const ComponentInfo& component : plugin.components) {
    text += '\n';
    text += DescribeText(component);
  }
  return text;
}

}  // namespace koppel
