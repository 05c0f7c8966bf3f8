#include "koppel/registry/doctor.h"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "stage.h"

namespace koppel {
namespace {

using Catch::Contains;

// What the doctor says of test library `name`, under a sidecar that promises a component.
std::string FaultOf(const std::string& name, unsigned seconds = 30) {
  const Stage stage;
  stage.Copy(name);
  stage.Claim(name);
  const Registry registry = stage.Scan();
  const std::vector<Checkup> checkups = CheckPlugins(registry, seconds);
  REQUIRE(checkups.size() == 1);
  return checkups[0].fault;
}

TEST_CASE("a sound plugin has no fault, and is not loaded into the asking process") {
  ::unsetenv("KOPPEL_TEST_CONSTRUCTOR_RAN");
  CHECK(FaultOf("constructor").empty());
  CHECK(std::getenv("KOPPEL_TEST_CONSTRUCTOR_RAN") == nullptr);
}

TEST_CASE("a plugin that ends, stops or leaves its process is reported, and the rest is checked") {
  CHECK_THAT(FaultOf("crashing"), Contains("when it was loaded"));
  CHECK_THAT(FaultOf("exiting"), Contains("ended the process with status 0"));
  CHECK_THAT(FaultOf("hanging", 1), Contains("took longer than 1 s"));
  CHECK_THAT(FaultOf("throwing_entry"), Contains("threw: the licence server is away"));
}

TEST_CASE("a component that can't be made with its defaults is a fault") {
  CHECK_THAT(FaultOf("throwing_component"),
             Contains("making throwing_component.nothing with its defaults threw") &&
                 Contains("no dictionary"));
}

TEST_CASE("the doctor's JSON has every plugin and every problem") {
  const Stage stage;
  stage.Add("sound");
  WriteText(stage.Sidecar("broken"), "{");
  const Registry registry = stage.Scan();
  const std::string json = ToJson(CheckPlugins(registry), registry);
  CHECK_THAT(json, Contains("\"plugin\": \"sound\"") && Contains("\"sound\": true"));
  CHECK_THAT(json, Contains("broken.plugin.json"));
}

}  // namespace
}  // namespace koppel
