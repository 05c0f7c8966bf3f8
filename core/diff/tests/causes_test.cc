#include <catch2/catch.hpp>

#include "facts_json.h"
#include "identity_json.h"
#include "koppel/diff/baseline.h"
#include "koppel/diff/run_identity.h"

namespace koppel {
namespace {

StepFacts Step(const std::string& id) {
  StepFacts step;
  step.id = step.component = id;
  step.section = "steps";
  step.params = {{"language", "\"nl\""}, {"files", R"(["/home/x/a.txt","b.txt"])"}};
  step.plugin = "text 1.0.0";
  step.plugin_sha256 = "aa";
  step.resources = {{"/usr/share/nl.dic", "11"}, {"data/nl.yaml", "22"}};
  step.model = "33";
  return step;
}

RunIdentity Identity() { return {"p", {Step("read"), Step("join"), Step("tokens")}, "ff", {}}; }

std::vector<std::string> Told(const std::vector<Cause>& causes) {
  std::vector<std::string> told;
  for (const Cause& cause : causes) told.push_back(cause.what);
  return told;
}

TEST_CASE("what is different about a step is its likely cause") {
  const RunIdentity a = Identity();
  RunIdentity b = a;
  b.program = "ee";
  b.steps[1].params["language"] = "\"de\"";
  b.steps[1].resources.erase("/usr/share/nl.dic");
  const auto all = CompareIdentities(a, b);
  CHECK(all.size() == 3);
  CHECK(Told(LikelyCauses(all, "join")) ==
        std::vector<std::string>{"parameter language: nl → de of join"});
  CHECK(Told(LikelyCauses(all, "tokens")) == std::vector<std::string>{"program: ff… → ee…"});
}

TEST_CASE("a resource, a library and a model are told where parameters are the same") {
  const RunIdentity a = Identity();
  RunIdentity b = a;
  b.steps[1].resources["data/nl.yaml"] = "44";
  b.steps[2].model = "55";
  b.steps[0].plugin_sha256 = "bb";
  const auto all = CompareIdentities(a, b);
  CHECK(Told(LikelyCauses(all, "join")) ==
        std::vector<std::string>{"resource data/nl.yaml: 22… → 44… of join"});
  CHECK(LikelyCauses(all, "tokens").front().kind == Cause::Kind::kModel);
  CHECK(LikelyCauses(all, "read").front().kind == Cause::Kind::kPlugin);
}

TEST_CASE("steps that one has, or that moved, are told; where nothing is different, that") {
  const RunIdentity a = Identity();
  RunIdentity b = a;
  b.steps.erase(b.steps.begin() + 1);
  CHECK(Told(CompareIdentities(a, b)) == std::vector<std::string>{"step join is only in A"});
  std::swap(b.steps[0], b.steps[1]);
  CHECK_FALSE(CompareIdentities(a, b).empty());
  CHECK(LikelyCauses({}, "join").front().kind == Cause::Kind::kUnknown);
}

TEST_CASE("a baseline's head comes back, without folders that lead from the root") {
  const RunIdentity portable = Portable(Identity());
  CHECK(portable.steps[0].params.at("files") == R"(["a.txt","b.txt"])");
  CHECK(portable.steps[0].resources.count("nl.dic") == 1);
  CHECK(portable.steps[0].resources.count("nl.yaml") == 1);
  const auto back = internal::HeadFromJson(internal::ToJson({portable, Detail::kLedger}));
  REQUIRE(back.ok());
  CHECK(CompareIdentities(back->identity, portable).empty());
  CHECK(back->identity.steps.size() == 3);
  CHECK(back->detail == Detail::kLedger);
  CHECK_FALSE(internal::HeadFromJson("{}").ok());
  CHECK_FALSE(internal::HeadFromJson("[").ok());
}

TEST_CASE("a document of a baseline comes back, and a damaged one is refused") {
  DocumentFacts facts;
  facts.id = "d";
  facts.text = "één\nregel \"x\"\n";
  facts.metadata = {{"language", "nl"}};
  facts.layers["token"] = {{{0, 5}, {{"kind", "word"}}}};
  facts.layers["empty"] = {};
  facts.edits = {{"join", "rule", "0.980", {3, 4}, "-\n", "", {2, 2}}};
  const std::string json = internal::ToJson(facts);
  const auto back = internal::FactsFromJson(json);
  REQUIRE(back.ok());
  CHECK(*back == facts);
  for (const char* place : {"[0, 5,", "[2, 2]"}) {
    std::string outside = json;
    outside.replace(outside.find(place) + 1, 1, "99");
    CHECK_FALSE(internal::FactsFromJson(outside).ok());
    outside.replace(outside.find("99"), 2, "1");  // inside a character, or reversed
    CHECK((place[1] == '2' || !internal::FactsFromJson(outside).ok()));
  }
  CHECK_FALSE(internal::FactsFromJson("{}").ok());
  CHECK_FALSE(internal::FactsFromJson(json.substr(0, json.size() / 2)).ok());
}

}  // namespace
}  // namespace koppel
