#include "koppel/registry/describe.h"

#include <catch2/catch.hpp>

#include "stage.h"

namespace koppel {
namespace {

using Catch::Contains;

TEST_CASE("a component's reference page") {
  const Stage stage;
  stage.Add("sound");
  const Registry registry = stage.Scan();
  CHECK(DescribeMarkdown(*registry.Find("sound.mark")) ==
        ReadText(KOPPEL_SOURCE_DIR "/tests/integration/plugins/sound/expected.md"));
}

TEST_CASE("a component's description for a terminal") {
  const Stage stage;
  stage.Add("sound");
  const Registry registry = stage.Scan();
  CHECK(DescribeText(*registry.Find("sound.mark")) ==
        ReadText(KOPPEL_SOURCE_DIR "/tests/integration/plugins/sound/expected.txt"));
}

TEST_CASE("a component's JSON Schema") {
  const Stage stage;
  stage.Add("sound");
  const Registry registry = stage.Scan();
  CHECK(ParamsSchema(*registry.Find("sound.mark")) ==
        ReadText(KOPPEL_SOURCE_DIR "/tests/integration/plugins/sound/expected.schema.json"));
}

TEST_CASE("an example of a reader has files with its own extension") {
  const Stage stage;
  stage.Add("sound");
  const Registry registry = stage.Scan();
  CHECK(ExampleYaml(*registry.Find("sound.lines")) ==
        "read:\n  - use: sound.lines\n    with:\n      paths: [corpus/**/*.lines]\n");
}

TEST_CASE("a plugin's description has all its components") {
  const Stage stage;
  stage.Add("sound");
  const Registry registry = stage.Scan();
  const PluginInfo& plugin = *registry.plugins().front();
  for (const std::string& text :
       {DescribeText(plugin), DescribeMarkdown(plugin), ParamsSchema(plugin)}) {
    CHECK_THAT(text, Contains("sound.lines") && Contains("sound.mark"));
  }
}

TEST_CASE("values are YAML that reads back as what they are") {
  CHECK(ToYaml(true) == "true");
  CHECK(ToYaml(std::int64_t{-3}) == "-3");
  CHECK(ToYaml(0.5) == "0.5");
  CHECK(ToYaml(std::string("nl")) == "nl");
  CHECK(ToYaml(std::string()) == "\"\"");
  CHECK(ToYaml(std::string("No")) == "\"No\"");
  CHECK(ToYaml(std::string("12")) == "\"12\"");
  CHECK(ToYaml(std::string("a: \"b\"\n")) == "\"a: \\\"b\\\"\\x0a\"");
  CHECK(ToYaml(std::vector<std::string>{"a", "b, c"}) == "[a, \"b, c\"]");
}

TEST_CASE("an unknown id is answered with the nearest, or with all") {
  const Stage stage;
  stage.Add("sound");
  const Registry registry = stage.Scan();
  CHECK_THAT(Unknown(registry, "sound.marc").message(), Contains("did you mean 'sound.mark'?"));
  CHECK_THAT(Unknown(registry, "sond").message(), Contains("did you mean 'sound'?"));
  CHECK_THAT(Unknown(registry, "x").message(),
             Contains("there are sound.lines, sound.mark, sound"));
  CHECK_THAT(Unknown(Registry::Scan({}), "x").message(), Contains("no plugins were found"));
}

}  // namespace
}  // namespace koppel
