// No single slip in a pipeline file goes through, and each is told on its line with a way to mend
// it.
#include <fmt/format.h>
#include <fmt/ranges.h>

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
  const std::vector<Mutation> mutations = Mutate(yaml, registry);
  for (const Mutation& mutation : mutations) {
    const std::string wrong = Judge(mutation, load(mutation.yaml).problems);
    if (!wrong.empty()) FAIL_CHECK(wrong);
  }
  return mutations.size();
}

// Texts that the host can't judge: tests/integration/mutations asks the components.
bool IsFree(const ParamInfo& info) {
  const bool text = info.type() == ParamType::kString || info.type() == ParamType::kStrings;
  return text && info.choices.empty() &&
         (info.names == NameKind::kAny || info.names == NameKind::kMetadata);
}

// What a run would do, apart from places in the file and free texts.
std::string Meaning(const Pipeline& pipeline) {
  std::string text = fmt::format("{} {} {} {}\n", pipeline.name, pipeline.max_error_rate,
                                 pipeline.max_error_rate_after, Name(pipeline.order));
  for (const auto* steps : {&pipeline.readers, &pipeline.steps, &pipeline.writers}) {
    for (const Step& step : *steps) {
      text += fmt::format("{} {} {}", step.id, step.component->id, Name(step.on_error));
      for (const ParamInfo& info : step.component->params) {
        if (IsFree(info)) continue;
        const auto& [name, value] = *step.params.find(info.name);
        text += ' ' + name + '=';
        std::visit([&](const auto& v) { text += fmt::format("{}", v); }, value);
      }
      text += " when " + step.when.language.value_or("");
      for (const auto& [key, value] : step.when.metadata) text += ' ' + key + '=' + value;
      text += '\n';
    }
  }
  return text;
}

// Slips of shape that are taken for another pipeline than was meant, each as a whole file.
std::vector<std::string> Misread(const std::string& yaml, const Registry& registry) {
  const TemporaryFolder folder;
  const auto load = [&](const std::string& text) {
    return LoadPipeline(folder.Write("p.yaml", text), registry);
  };
  const std::string meant = Meaning(load(yaml).pipeline);
  std::vector<std::string> misread;
  for (const std::string& mutant : Reshape(yaml)) {
    const LoadedPipeline loaded = load(mutant);
    if (loaded.problems.empty() && Meaning(loaded.pipeline) != meant) misread.push_back(mutant);
  }
  return misread;
}

TEST_CASE("a slip in the shape of a file is refused, or changes nothing") {
  for (const std::string& mutant : Misread(kGoodPipeline, FakeRegistry())) FAIL_CHECK(mutant);
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
    for (const std::string& mutant : Misread(ReadText(file.path()), registry)) FAIL_CHECK(mutant);
  }
  CHECK(pipelines > 0);
}

}  // namespace
}  // namespace koppel
