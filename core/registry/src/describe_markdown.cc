#include <fmt/format.h>

#include "koppel/registry/describe.h"
#include "wording.h"

namespace koppel {
namespace {

// Text inside a table: a bar would end the cell.
std::string Cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '|') cell += '\\';
    cell += c;
  }
  return cell;
}

std::string Code(std::string_view text) {
  return text.empty() ? "" : fmt::format("`{}`", Cell(text));
}

std::string Codes(const std::vector<std::string>& texts) {
  std::vector<std::string> codes;
  for (const std::string& text : texts) codes.push_back(Code(text));
  return fmt::format("{}", fmt::join(codes, ", "));
}

std::string Facts(const ComponentInfo& component) {
  const PluginInfo& plugin = *component.plugin;
  std::string facts =
      fmt::format("- **Role:** {}\n- **Plugin:** {} {} ({})\n", Name(component.role), plugin.name,
                  plugin.version, plugin.licence);
  if (!component.extensions.empty())
    facts += fmt::format("- **Reads:** {}\n", Codes(component.extensions));
  if (!component.metadata.empty())
    facts += fmt::format("- **Sets metadata:** {}\n", Metadata(component));
  facts += fmt::format("- **Changes the text:** {}\n- **Threads:** {}\n- **Deterministic:** {}\n",
                       component.edits_text ? "yes" : "no", Explain(component.concurrency),
                       component.deterministic ? "yes" : "no");
  return facts;
}

std::string LayerRows(const std::vector<LayerNeed>& needs, bool provided) {
  std::string rows;
  for (const LayerNeed& need : needs) {
    rows += fmt::format("| {} | {} | {} |\n", Code(need.layer), Explain(need, provided),
                        Codes(need.features));
  }
  return rows;
}

std::string Type(const FeatureDescription& feature) {
  if (!feature.values.empty()) return Codes(feature.values);
  std::string type(Name(feature.type));
  if (!feature.target.empty()) type += " to " + Code(feature.target);
  if (!feature.unit.empty()) type += ", in " + feature.unit;
  return type;
}

std::string Schema(const LayerDescription& layer) {
  std::string text = fmt::format("\n### Layer {}\n\n{}\n", Code(layer.name), layer.help);
  if (!layer.features.empty()) text += "\n| feature | type | meaning |\n|---|---|---|\n";
  for (const FeatureDescription& feature : layer.features) {
    text +=
        fmt::format("| {} | {} | {} |\n", Code(feature.name), Type(feature), Cell(feature.help));
  }
  return text;
}

std::string Layers(const ComponentInfo& component) {
  const std::string rows =
      LayerRows(component.requires_layers, false) + LayerRows(component.provides_layers, true);
  std::string text = "\n## Layers\n\n";
  if (component.stored_layers) return text + "Those that the documents were stored with.\n";
  text += rows.empty() ? "None.\n" : "| layer | use | features |\n|---|---|---|\n" + rows;
  for (const LayerDescription* layer : OwnLayers(component)) text += Schema(*layer);
  return text;
}

std::string Params(const ComponentInfo& component) {
  std::string text = "\n## Parameters\n\n";
  if (component.params.empty()) return text + "None.\n";
  text += "| name | default | allowed | meaning |\n|---|---|---|---|\n";
  for (const ParamInfo& param : component.params) {
    const std::string fallback = param.required ? "required" : Code(ToYaml(param.default_value));
    text += fmt::format("| {} | {} | {} | {} |\n", Code(param.name), fallback, Cell(Allowed(param)),
                        Cell(param.help));
  }
  return text;
}

}  // namespace

std::string DescribeMarkdown(const ComponentInfo& component) {
  return fmt::format("# {}\n\n{}\n\n{}{}{}\n## Example\n\n```yaml\n{}```\n", component.id,
                     component.help, Facts(component), Layers(component), Params(component),
                     ExampleYaml(component));
}

std::string DescribeMarkdown(const PluginInfo& plugin) {
  std::string text;
  for (const ComponentInfo& component : plugin.components) {
    if (!text.empty()) text += "\n";
    text += DescribeMarkdown(component);
  }
  return text;
}

}  // namespace koppel
