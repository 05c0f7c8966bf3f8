#include "mutations.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "koppel/params.h"
#include "yaml_tree.h"

namespace koppel {
namespace {

using internal::YamlEntry;
using internal::YamlNode;
using Names = std::vector<std::string>;

std::set<std::string> Misspell(const std::string& name) {
  std::set<std::string> slips;
  for (std::size_t i = 0; i < name.size(); ++i) {
    std::string less = name, twice = name, other = name, swapped = name;
    slips.insert(less.erase(i, 1));
    slips.insert(twice.insert(i, 1, name[i]));
    other[i] = other[i] == 'q' ? 'z' : 'q';
    slips.insert(other);
    if (i + 1 < name.size()) std::swap(swapped[i], swapped[i + 1]);
    slips.insert(swapped);
  }
  slips.erase(name);
  slips.erase("");
  return slips;
}

std::vector<std::string> WrongValues(ParamType type) {
  switch (type) {
    case ParamType::kBool:
      return {"maybe", "3", "\"true\"", "[true]", "{a: b}", "yes", "~"};
    case ParamType::kInt:
      return {"many", "1.5", "\"3\"", "[3]", "{a: b}", "true", "1_0", "~"};
    case ParamType::kFloat:
      return {"lots", "\"0.5\"", "[0.5]", "{a: b}", "true", ".nan", "~"};
    case ParamType::kString:
      return {"3", "true", "[a]", "{a: b}", "0.5", "~"};
    case ParamType::kStrings:
      return {"a", "3", "[3]", "{a: b}", "[[a]]", "~"};
  }
  return {};
}

class Mutator {
 public:
  Mutator(const std::string& yaml, const Registry& registry) : yaml_(yaml), registry_(registry) {
    internal::Problems problems;
    tree_ = internal::ParseYaml(yaml, problems);
  }

  std::vector<Mutation> Run() {
    const YamlNode& root = *tree_.root;
    MisspellKeys(root, {"koppel", "name", "read", "order", "steps", "write", "on_error"});
    for (const YamlEntry& entry : root.entries) {
      if (entry.key->text == "koppel") WrongType(*entry.value, {"2", "one", "[1]"}, "'koppel'");
      if (entry.key->text == "name") WrongType(*entry.value, {"3", "[a]"}, "'name'");
      if (entry.key->text == "on_error") ErrorPolicy(*entry.value);
      if (entry.key->text == "order") MisspellName(*entry.value, {"path", "natural", "given"});
      if (entry.key->text == "read") Section(*entry.value, {"use", "id", "with", "on_error"});
      if (entry.key->text == "steps") {
        Section(*entry.value, {"use", "id", "with", "when", "on_error"});
      }
      if (entry.key->text == "write") Section(*entry.value, {"use", "id", "with"});
    }
    return std::move(mutations_);
  }

 private:
  std::size_t Offset(Location location) const {
    std::size_t at = 0;
    for (int line = 1; line < location.line; ++line) at = yaml_.find('\n', at) + 1;
    return at + static_cast<std::size_t>(location.column) - 1;  // the examples are ASCII so far
  }

  // Bytes of a node in the file, or 0 where it spans lines.
  std::size_t Length(const YamlNode& node) const {
    const std::size_t at = Offset(node.location);
    if (node.kind == YamlNode::Kind::kScalar) return node.text.size() + (node.quoted ? 2 : 0);
    const char close = yaml_[at] == '[' ? ']' : yaml_[at] == '{' ? '}' : '\0';
    const std::size_t end = yaml_.find(close, at);
    return close == '\0' || end > yaml_.find('\n', at) ? 0 : end - at + 1;
  }

  void Add(const YamlNode& node, const std::string& by, std::vector<std::string> says) {
    const std::size_t length = Length(node);
    if (length == 0) return;
    std::string yaml = yaml_;
    const std::string was = yaml_.substr(Offset(node.location), length);
    yaml.replace(Offset(node.location), length, by);
    mutations_.push_back({std::move(yaml),
                          fmt::format("line {}: {} -> {}", node.location.line, was, by),
                          node.location.line, std::move(says)});
  }

  // `names`: all that are right in that place; a slip that makes another of them can't be seen.
  void MisspellName(const YamlNode& node, const Names& names) {
    for (const std::string& slip : Misspell(node.text)) {
      if (std::find(names.begin(), names.end(), slip) != names.end()) continue;
      Add(node, slip, {"did you mean", fmt::format("'{}'", node.text)});
    }
  }

  void MisspellKeys(const YamlNode& map, const Names& names) {
    for (const YamlEntry& entry : map.entries) MisspellName(*entry.key, names);
  }

  void WrongType(const YamlNode& node, const Names& values, const std::string& name) {
    for (const std::string& value : values) Add(node, value, {name, "must be", "got"});
  }

  void ErrorPolicy(const YamlNode& node) {
    const Names actions = {"fail", "skip", "quarantine"};
    if (node.kind == YamlNode::Kind::kScalar) MisspellName(node, actions);
    MisspellKeys(node, {"action", "max_rate", "after"});
    for (const YamlEntry& entry : node.entries) {
      if (entry.key->text == "action") MisspellName(*entry.value, actions);
      if (entry.key->text == "max_rate") {
        WrongType(*entry.value, {"often", "-1", "1.5", "\"0.5\""}, "'max_rate'");
      }
      if (entry.key->text == "after") WrongType(*entry.value, {"late", "-1", "0.5"}, "'after'");
    }
  }

  void Section(const YamlNode& node, const Names& keys) {
    if (node.kind == YamlNode::Kind::kMap) StepNode(node, keys);
    for (const YamlNode* item : node.items) StepNode(*item, keys);
  }

  void StepNode(const YamlNode& node, const Names& keys) {
    MisspellKeys(node, keys);
    const ComponentInfo* component = nullptr;
    Names ids;
    for (const ComponentInfo* known : registry_.components()) ids.push_back(known->id);
    for (const YamlEntry& entry : node.entries) {
      if (entry.key->text == "use") component = registry_.Find(entry.value->text);
    }
    if (component != nullptr) layers_ = NamedLayers(node, *component);
    for (const auto& [key, value] : node.entries) {
      if (key->text == "use") MisspellName(*value, ids);
      if (key->text == "use") WrongType(*value, {"3", "[a]", "~"}, "'use'");
      if (key->text == "id") WrongType(*value, {"3", "[a]", "a b"}, "'id'");
      if (key->text == "when") When(*value);
      if (key->text == "with") With(*value, *component);
      if (key->text == "on_error") MisspellName(*value, {"fail", "skip", "quarantine"});
    }
  }

  void When(const YamlNode& node) {
    MisspellKeys(node, {"language", "metadata"});
    for (const YamlEntry& entry : node.entries) {
      if (entry.key->text == "language") {
        WrongType(*entry.value, {"3", "[nl]", "Dutch", "n", "qqq"}, "'language'");
      }
      if (entry.key->text == "metadata") Metadata(*entry.value);
    }
  }

  void Metadata(const YamlNode& node) {
    MisspellKeys(node, {"genre", "language", "year"});
    for (const YamlEntry& entry : node.entries) {
      if (entry.key->text == "genre") MisspellName(*entry.value, {"letter", "minutes"});
    }
  }

  void With(const YamlNode& node, const ComponentInfo& component) {
    Names names;
    for (const ParamInfo& info : component.params) names.push_back(info.name);
    MisspellKeys(node, names);
    for (const auto& [key, value] : node.entries) {
      for (const ParamInfo& info : component.params) {
        if (info.name == key->text) Value(*value, info);
      }
    }
  }

  void Value(const YamlNode& node, const ParamInfo& info) {
    const std::string name = fmt::format("'{}'", info.name);
    WrongType(node, WrongValues(info.type()), name);
    if (info.at_least) WrongType(node, {fmt::format("{}", *info.at_least - 1)}, name);
    if (info.at_most) WrongType(node, {fmt::format("{}", *info.at_most + 1)}, name);
    if (!info.choices.empty() && node.kind == YamlNode::Kind::kScalar) {
      MisspellName(node, info.choices);
    }
    for (const YamlNode* item : node.items) {
      WrongType(*item, {"3", "[a]", "{a: b}"}, name);
      if (!info.choices.empty()) MisspellName(*item, info.choices);
    }
    if (info.required && info.type() == ParamType::kStrings) WrongType(node, {"[]"}, name);
    if (info.names != NameKind::kAny) NameList(node, info);
  }

  // --- names of layers and columns
  // ----------------------------------------------------------------------------------

  void NameList(const YamlNode& node, const ParamInfo& info) {
    for (const YamlNode* item : node.items) {
      Add(*item, "weather", {"no ", "'weather'"});
      if (info.names == NameKind::kLayers) MisspellName(*item, Layers());
      if (info.names == NameKind::kColumns) MisspellColumn(*item, Columns(info));
    }
    if (node.items.size() < 2) return;
    const std::string& first = node.items[0]->text;
    Add(*node.items[1], first, {fmt::format("'{}'", SplitColumn(first).header)});
  }

  // Those that the parameters of a step name.
  static std::vector<const YamlNode*> NamedLayers(const YamlNode& step,
                                                  const ComponentInfo& component) {
    std::vector<const YamlNode*> layers;
    for (const YamlEntry& field : step.entries) {
      for (const auto& [key, value] : field.value->entries) {
        const Result<std::size_t> index = FindParam(component.params, key->text);
        if (!index.ok() || component.params[*index].names != NameKind::kLayers) continue;
        layers.insert(layers.end(), value->items.begin(), value->items.end());
      }
    }
    return layers;
  }

  Names Layers() const {
    Names names;
    for (const LayerDescription& layer : registry_.KnownLayers()) names.push_back(layer.name);
    return names;
  }

  Names Columns(const ParamInfo& info) const {
    Names names = info.columns;
    for (const LayerDescription& layer : registry_.KnownLayers()) {
      const auto same = [&](const YamlNode* named) { return named->text == layer.name; };
      if (std::none_of(layers_.begin(), layers_.end(), same)) continue;
      for (const FeatureDescription& feature : layer.features) names.push_back(feature.name);
    }
    return names;
  }

  // Only what follows a header: that may be anything.
  void MisspellColumn(const YamlNode& item, const Names& columns) {
    const std::string column(SplitColumn(item.text).column);
    const std::string before = item.text.substr(0, item.text.size() - column.size());
    for (const std::string& slip : Misspell(column)) {
      if (std::find(columns.begin(), columns.end(), slip) != columns.end()) continue;
      Add(item, before + slip, {"did you mean", fmt::format("'{}'", column)});
    }
  }

  const std::string& yaml_;
  const Registry& registry_;
  internal::YamlTree tree_;
  std::vector<const YamlNode*> layers_;  // that the step in hand names
  std::vector<Mutation> mutations_;
};

}  // namespace

std::vector<Mutation> Mutate(const std::string& yaml, const Registry& registry) {
  return Mutator(yaml, registry).Run();
}

std::vector<std::string> Reshape(const std::string& yaml) {
  constexpr std::string_view kMarks = ":-[]{},\"";
  std::vector<std::string> mutants;
  for (std::size_t i = 0; i < yaml.size(); ++i) {
    if (kMarks.find(yaml[i]) != kMarks.npos)
      mutants.push_back(yaml.substr(0, i) + yaml.substr(i + 1));
    if (i > 0 && yaml[i - 1] != '\n') continue;
    for (const std::size_t more : {1, 2}) {
      mutants.push_back(yaml.substr(0, i) + std::string(more, ' ') + yaml.substr(i));
      if (yaml.compare(i, more, std::string(more, ' ')) != 0) continue;
      mutants.push_back(yaml.substr(0, i) + yaml.substr(i + more));
    }
    mutants.push_back(yaml.substr(0, i) + '\t' + yaml.substr(i));
  }
  return mutants;
}

std::string Judge(const Mutation& mutation, const std::vector<Problem>& problems) {
  std::string told;
  bool right = false;
  for (const Problem& problem : problems) {
    const std::string message = problem.status.ToString();
    told += fmt::format("\n  {}", Describe("p", problem));
    const auto holds = [&message](const std::string& text) {
      return message.find(text) != std::string::npos;
    };
    right = right || (problem.location.line == mutation.line &&
                      std::all_of(mutation.says.begin(), mutation.says.end(), holds));
  }
  if (right && problems.size() == 1) return {};
  if (problems.empty()) told = " nothing";
  return fmt::format("{}: told{}", mutation.what, told);
}

}  // namespace koppel
