// No single slip in a pipeline file goes through, and each is told on its line with a way to mend
// it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "fake_registry.h"
#include "mutations.h"

namespace koppel {
namespace {

std::string ReadText(const std::filesystem::path& path) {
  std::stringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

// Every answer that is wrong, and how many slips were tried.
std::size_t TryAll(const std::string& yaml, const Registry& registry) {
  const TemporaryFolder folder;
  const auto load = [&](const std::string& text) {
    return LoadPipeline(folder.Write("p.yaml", text), registry);
  };
  const LoadedPipeline good = load(yaml);
  for (const Problem& problem : good.problems) UNSCOPED_INFO(Describe("p", problem));
  REQUIRE(good.problems.empty());
  const std::vector<Mutation> mutations = Mutate(yaml, good.pipeline, registry);
  for (const Mutation& mutation : mutations) {
    const std::string wrong = Judge(mutation, load(mutation.yaml).problems);
    if (!wrong.empty()) FAIL_CHECK(wrong);
  }
  return mutations.size();
}

TEST_CASE("no slip in a pipeline of every kind of value goes through") {
  const Registry registry = FakeRegistry();
  CHECK(TryAll(kGoodPipeline, registry) > 1000);
}

TEST_CASE("no slip in the pipelines of the project goes through") {
  const Registry registry = Registry::Scan({KOPPEL_BINARY_DIR "/lib/koppel"});
  const std::filesystem::path folder = KOPPEL_SOURCE_DIR "/pipelines";
  std::size_t pipelines = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() != ".yaml") continue;
    INFO(file.path().string());
    ++pipelines;
    CHECK(TryAll(ReadText(file.path()), registry) > 100);
  }
  CHECK(pipelines > 0);
}

}  // namespace
}  // namespace koppel
