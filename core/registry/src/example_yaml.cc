#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "koppel/registry/describe.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

// Words that YAML would not read as text.
bool IsReserved(std::string_view text) {
  static constexpr std::string_view kWords[] = {"true", "false", "null", "yes", "no",
                                                "on",   "off",   "y",    "n"};
  const std::string lower = ToLower(text);
  return std::find(std::begin(kWords), std::end(kWords), lower) != std::end(kWords);
}

// Whether the text can stand without quotes: begins with a letter and holds only what has no
// meaning in YAML.
bool IsPlain(std::string_view text) {
  if (text.empty() || !std::isalpha(static_cast<unsigned char>(text.front())) || IsReserved(text))
    return false;
  static constexpr std::string_view kMarks = "_-./*+";
  return std::all_of(text.begin(), text.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || kMarks.find(c) != std::string_view::npos;
  });
}

std::string Scalar(std::string_view text) {
  if (IsPlain(text)) return std::string(text);
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      quoted += '\\';
      quoted += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      quoted += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}

std::string Example(const ComponentInfo& component, const ParamInfo& param) {
  if (component.role == Role::kReader && param.path && param.type() == ParamType::kStrings) {
    const std::string extension = component.extensions.empty() ? "" : component.extensions.front();
    return fmt::format("[corpus/**/*{}]", extension);
  }
  if (!param.required) return ToYaml(param.default_value);
  if (param.names == NameKind::kLayers) return "[token]";
  if (!param.choices.empty()) return Scalar(param.choices.front());
  return param.path ? "path/to/file" : ToYaml(param.default_value);
}

std::string_view Section(Role role) {
  if (role == Role::kReader) return "read";
  return role == Role::kWriter ? "write" : "steps";
}

}  // namespace

std::string ToYaml(const ParamValue& value) {
  struct Visitor {
    std::string operator()(bool v) const { return v ? "true" : "false"; }
    std::string operator()(std::int64_t v) const { return fmt::format("{}", v); }
    std::string operator()(double v) const { return fmt::format("{}", v); }
    std::string operator()(const std::string& v) const { return Scalar(v); }
    std::string operator()(const std::vector<std::string>& v) const {
      std::vector<std::string> items;
      for (const std::string& item : v) items.push_back(Scalar(item));
      return fmt::format("[{}]", fmt::join(items, ", "));
    }
  };
  return std::visit(Visitor{}, value);
}

std::string ExampleYaml(const ComponentInfo& component) {
  std::string yaml = fmt::format("{}:\n  - use: {}\n", Section(component.role), component.id);
  if (!component.params.empty()) yaml += "    with:\n";
  for (const ParamInfo& param : component.params) {
    yaml += fmt::format("      {}: {}\n", param.name, Example(component, param));
  }
  return yaml;
}

}  // namespace koppel
