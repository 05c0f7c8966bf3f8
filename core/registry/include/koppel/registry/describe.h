// What a component or plugin is, for people, editors and the reference pages. Everything comes from
// sidecars; no plugin code runs.
#pragma once

#include <string>

#include "koppel/registry/registry.h"

namespace koppel {

// For a terminal.
std::string DescribeText(const ComponentInfo& component);
// A page of the reference: headings, tables, and an example that states every parameter.
std::string DescribeMarkdown(const ComponentInfo& component);
// JSON Schema (2020-12) of the component's `with`.
std::string ParamsSchema(const ComponentInfo& component);

// The plugin itself, then each of its components. The schema has one property for each component
// id.
std::string DescribeText(const PluginInfo& plugin);
std::string DescribeMarkdown(const PluginInfo& plugin);
std::string ParamsSchema(const PluginInfo& plugin);

// All plugins with their manifests and where they were found, and the problems.
std::string ToJson(const Registry& registry);

// A step that uses the component, with every parameter at its default and a placeholder where one
// is required.
std::string ExampleYaml(const ComponentInfo& component);

// A parameter's value as YAML on one line.
std::string ToYaml(const ParamValue& value);

// plugin_load: no component or plugin is called `id`, with the nearest name or, where none is near,
// all ids.
Status Unknown(const Registry& registry, std::string_view id);

}  // namespace koppel
