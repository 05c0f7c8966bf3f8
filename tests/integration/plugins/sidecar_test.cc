#include "koppel/registry/sidecar.h"

#include <catch2/catch.hpp>

#include "stage.h"

namespace koppel {
namespace {

using Catch::Contains;

std::string Replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), by);
}

TEST_CASE("a sidecar holds all that the library declares") {
  const Stage stage;
  stage.Add("sound");
  Result<std::unique_ptr<PluginInfo>> read = ReadSidecar(stage.Sidecar("sound"));
  REQUIRE(read.ok());
  const PluginInfo& plugin = **read;
  CHECK(plugin.name == "sound");
  CHECK(plugin.version == "1.2.3");
  CHECK(plugin.licence == "Apache-2.0");
  CHECK(plugin.api_version == kApiVersion);
  CHECK(plugin.fingerprint == KOPPEL_BUILD_FINGERPRINT);
  CHECK(plugin.library == stage.Library("sound"));
  CHECK(plugin.sha256.size() == 64);

  REQUIRE(plugin.components.size() == 2);
  const ComponentInfo& marker = plugin.components[0];
  CHECK(marker.plugin == &plugin);
  CHECK(marker.help == "Marks tokens in colour.");
  REQUIRE(marker.requires_layers.size() == 2);
  CHECK(marker.requires_layers[0].features == std::vector<std::string>{"kind", "lower"});
  CHECK_FALSE(marker.requires_layers[0].optional);
  CHECK_FALSE(marker.requires_layers[0].later);
  CHECK(marker.requires_layers[1].optional);
  CHECK(marker.requires_layers[1].later);
  CHECK(marker.provides_layers[0].layer == "sound_mark");
  CHECK(marker.edits_text);
  CHECK_FALSE(marker.deterministic);
  CHECK(marker.concurrency == Concurrency::kSerial);
  CHECK(plugin.components[1].role == Role::kReader);
  CHECK(plugin.components[1].extensions == std::vector<std::string>{".lines", ".lines.gz"});
  CHECK(plugin.components[1].stored_layers);
  const auto& metadata = plugin.components[1].metadata;
  REQUIRE(metadata.size() == 2);
  CHECK(metadata[0].name == "line");
  CHECK(metadata[0].values == std::vector<std::string>{"prose", "verse"});
  CHECK(metadata[1].name == "*");
  CHECK(metadata[1].values.empty());
  CHECK(marker.metadata.empty());
  CHECK_FALSE(marker.stored_layers);

  REQUIRE(plugin.layers.size() == 1);
  const LayerDescription& layer = plugin.layers[0];
  REQUIRE(layer.features.size() == 3);
  CHECK(layer.features[0].values == std::vector<std::string>{"red", "green"});
  CHECK(layer.features[1].type == FeatureType::kReference);
  CHECK(layer.features[1].target == "token");
  CHECK(layer.features[2].unit == "pt");
}

TEST_CASE("parameters keep type, default and constraints through a sidecar") {
  const Stage stage;
  stage.Add("sound");
  Result<std::unique_ptr<PluginInfo>> read = ReadSidecar(stage.Sidecar("sound"));
  REQUIRE(read.ok());
  const ParamTable& params = (*read)->components[0].params;
  REQUIRE(params.size() == 8);
  CHECK(params[0].default_value == ParamValue(true));
  CHECK(params[1].default_value == ParamValue(std::int64_t{3}));
  CHECK(params[1].at_least == 1.0);
  CHECK_FALSE(params[1].at_most);
  CHECK(params[2].default_value == ParamValue(0.25));
  CHECK(params[2].at_most == 1.0);
  CHECK(params[3].default_value == ParamValue(std::string("thorough")));
  CHECK(params[3].help == "How well to look: \"fast\" | \"thorough\".");
  CHECK(params[3].choices == std::vector<std::string>{"fast", "thorough"});
  CHECK(params[4].path);
  CHECK(params[4].required);
  CHECK(params[5].default_value == ParamValue(std::vector<std::string>{"nl", "en"}));
  CHECK(params[5].names == NameKind::kAny);
  CHECK(params[6].names == NameKind::kLayers);
  CHECK(params[7].names == NameKind::kColumns);
  CHECK(params[7].columns == std::vector<std::string>{"text", "begin"});
}

TEST_CASE("a broken sidecar is a problem that names the file and the fault; other plugins stand") {
  const Stage stage;
  stage.Add("sound");
  stage.Add("proto_a");
  const std::string good = ReadText(stage.Sidecar("sound"));
  const auto [text, fault] = GENERATE_COPY(table<std::string, std::string>(
      {{"", "it is not JSON"},
       {"{\"format\": 1, ", "it is not JSON"},
       {"[]", "'format'"},
       {Replaced(good, "\"format\": 1", "\"format\": 2"), "'format'"},
       {Replaced(good, "\"licence\"", "\"license\""), "'licence'"},
       {Replaced(good, "\"processor\"", "\"producer\""), "'role'"},
       {Replaced(good, "\"type\": \"int\"", "\"type\": \"bool\""), "'default'"},
       {Replaced(good, "\"sound.so\"", "\"../sound/sound.so\""), "'library'"},
       {Replaced(good, "\"names\": \"layers\"", "\"names\": \"lairs\""), "'names'"},
       {Replaced(good, "\"sound.so\"", "\"..\""), "'library'"}}));
  WriteText(stage.Sidecar("sound"), text);
  const Registry registry = stage.Scan();
  REQUIRE(registry.problems().size() == 1);
  CHECK(registry.problems()[0].kind() == ErrorKind::kPluginLoad);
  CHECK_THAT(registry.problems()[0].message(), Contains(stage.Sidecar("sound").string()));
  CHECK_THAT(registry.problems()[0].message(), Contains(fault));
  CHECK(registry.Find("sound.mark") == nullptr);
  CHECK(registry.Find("proto_a.size") != nullptr);
}

// Returns why a plugin with one component, changed by `change`, is refused when it is built.
template <class Change>
std::string Refusal(Change change) {
  PluginInfo plugin;
  ComponentInfo& component = plugin.components.emplace_back();
  component.id = "a.b";
  component.help = "Helps.";
  component.params.push_back({"size", "Size.", ParamValue(std::int64_t{3})});
  REQUIRE(CheckManifest(plugin).ok());
  change(plugin, component);
  const Status status = CheckManifest(plugin);
  REQUIRE_FALSE(status.ok());
  return status.message();
}

TEST_CASE("a build refuses what would mislead users") {
  CHECK_THAT(Refusal([](auto&, auto& c) { c.id = "nodot"; }),
             Contains("'nodot' must be <family>.<name>"));
  CHECK_THAT(Refusal([](auto&, auto& c) { c.id = "a.B"; }), Contains("'a.B' must be"));
  CHECK_THAT(Refusal([](auto&, auto& c) { c.help.clear(); }), Contains("a.b has no help"));
  CHECK_THAT(Refusal([](auto&, auto& c) { c.params[0].help.clear(); }),
             Contains("'size' of a.b has no help"));
  CHECK_THAT(Refusal([](auto&, auto& c) { c.params[0].at_least = 4; }),
             Contains("breaks its own rule"));
  CHECK_THAT(Refusal([](auto&, auto& c) { c.params[0].names = NameKind::kLayers; }),
             Contains("must be a list of texts"));
  CHECK_THAT(Refusal([](auto&, auto& c) { c.params.push_back(c.params[0]); }),
             Contains("declared twice"));
  CHECK_THAT(Refusal([](auto& p, auto&) { p.components.push_back(p.components[0]); }),
             Contains("declared twice"));
  CHECK_THAT(Refusal([](auto& p, auto&) { p.layers.emplace_back().features.resize(13); }),
             Contains("at most 12"));
}

}  // namespace
}  // namespace koppel
