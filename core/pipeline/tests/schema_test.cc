#include <rapidjson/document.h>
#include <rapidjson/pointer.h>

#include <catch2/catch.hpp>

#include "fake_registry.h"
#include "koppel/layers.h"
#include "koppel/pipeline/json_schema.h"

namespace koppel {
namespace {

rapidjson::Document Parse(const std::string& json) {
  rapidjson::Document document;
  document.Parse(json.c_str());
  REQUIRE_FALSE(document.HasParseError());
  return document;
}

std::string Text(const rapidjson::Value& value) { return value.GetString(); }

// Every "#/…" that a schema refers to stands in it.
void CheckReferences(const rapidjson::Value& value, const rapidjson::Document& root) {
  if (value.IsArray()) {
    for (const auto& item : value.GetArray()) CheckReferences(item, root);
  }
  if (!value.IsObject()) return;
  for (const auto& [name, member] : value.GetObject()) {
    if (std::string(name.GetString()) == "$ref") {
      INFO(member.GetString());
      CHECK(rapidjson::Pointer(member.GetString() + 1).Get(root) != nullptr);
    }
    CheckReferences(member, root);
  }
}

TEST_CASE("the schema of pipelines offers every component where it belongs") {
  const rapidjson::Document schema = Parse(PipelineSchema(FakeRegistry()));
  CheckReferences(schema, schema);
  const auto choices = [&schema](const std::string& entry) {
    const std::string path = "/$defs/" + entry + "/properties/use/oneOf";
    return rapidjson::Pointer(path.c_str()).Get(schema)->Size();
  };
  CHECK(choices("reader") == 4);
  CHECK(choices("step") == 7);
  CHECK(choices("writer") == 3);
  CHECK(schema["$defs"]["writer"]["allOf"].Size() == 3);
}

TEST_CASE("the schema of pipelines holds types, defaults, bounds, choices and help") {
  const rapidjson::Document schema = Parse(PipelineSchema(FakeRegistry()));
  const rapidjson::Value& params = schema["$defs"]["text.repair"]["properties"];
  CHECK(Text(params["least"]["type"]) == "integer");
  CHECK(params["least"]["default"].GetInt() == 3);
  CHECK(params["least"]["minimum"].GetDouble() == 1);
  CHECK(Text(params["least"]["description"]) == "Stands in for a parameter.");
  CHECK(params["action"]["enum"].Size() == 3);
  CHECK(params["kinds"]["items"]["enum"].Size() == 3);
  CHECK_FALSE(schema["$defs"]["text.repair"]["additionalProperties"].GetBool());
  CHECK(Text(schema["$defs"]["write.lines"]["required"][0]) == "path");
}

TEST_CASE("the schema of pipelines knows the layers that parameters may name, and all features") {
  const rapidjson::Document schema = Parse(PipelineSchema(FakeRegistry()));
  const rapidjson::Value& params = schema["$defs"]["write.table"]["properties"];
  CHECK(Text(params["layers"]["items"]["$ref"]) == "#/$defs/layer");
  CHECK(params["layers"]["uniqueItems"].GetBool());
  CHECK(params["layers"]["minItems"].GetInt() == 1);
  const rapidjson::Value& layers = schema["$defs"]["layer"]["enum"];
  CHECK(layers.Size() == StandardLayers().size() + 1);
  CHECK(Text(layers[layers.Size() - 1]) == "rhyme");
  const rapidjson::Value& forms = params["columns"]["items"]["anyOf"];
  REQUIRE(forms.Size() == 3);
  CHECK(Text(forms[0]["enum"][0]) == "document");
  CHECK(Text(forms[1]["$ref"]) == "#/$defs/feature");
}

TEST_CASE("a parameter that is required makes 'with' required") {
  const rapidjson::Document schema = Parse(PipelineSchema(FakeRegistry()));
  for (const auto& rule : schema["$defs"]["writer"]["allOf"].GetArray()) {
    const std::string name = rule["if"]["properties"]["use"]["const"].GetString();
    CHECK(rule["then"].HasMember("required") == (name != "write.tree"));
  }
}

TEST_CASE("the schema of pipelines is valid without any plugin") {
  const rapidjson::Document schema = Parse(PipelineSchema(Registry::Scan({})));
  CheckReferences(schema, schema);
  CHECK_FALSE(schema["$defs"]["step"].HasMember("allOf"));
}

TEST_CASE("the schema of documents holds the standard layers") {
  const rapidjson::Document schema = Parse(DocumentSchema(FakeRegistry()));
  const rapidjson::Value& layers = schema["properties"]["layers"]["properties"];
  CHECK(layers.HasMember("sentence"));
  const rapidjson::Value& turn = layers["turn"]["items"]["properties"];
  CHECK(Text(turn["begin"]["type"]) == "integer");
  CHECK(Text(turn["kind"]["enum"][0]) == "article");
  CHECK(Text(turn["addressees"]["items"]["type"]) == "integer");
  CHECK(Text(turn["speaker"]["description"]) == "Whose words they are. Index into entity.");
}

}  // namespace
}  // namespace koppel
