// Steps left out, doubled or exchanged in the pipelines of the project. `check` and a run on a
// small text are asked independently: what is refused must come out different, and what is accepted
// must not leave a layer or column empty that the file refers to.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "koppel/runtime/preflight.h"
#include "mutant_run.h"

namespace koppel {
namespace {

constexpr char kText[] =
    "Jaarverslag van de wijk                                  3\n\n"
    "De wijkverpleegkundige kwam elke ochtend langs bij de bewo-\n"
    "ners. ‘Dat was een zegen’, zegt Anna de Vries, wethou-\n"
    "der van zorg. Wij vonden de zorg slecht en veel te duur. De zorg-\n"
    "en welzijnsorganisaties waren blij met het nieuwe gebouw.\n\n"
    "Volgens Jan Jansen was de gemeente veel te traag geweest met de vergun-\n"
    "ning. Hij noemde het een schande.\n\n"
    "3 reacties\n\n"
    "1. Piet op 3 mei 2019: Wat een mooi verhaal, dank je wel!\n";

struct Mutant {
  std::string what;
  std::string yaml;
};

std::vector<std::string> LinesOf(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(stream, line);) lines.push_back(line + '\n');
  return lines;
}

std::string Join(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return text;
}

// Positions of the lines of steps, of which each has one.
std::vector<std::size_t> StepLines(const std::vector<std::string>& lines) {
  std::vector<std::size_t> steps;
  bool inside = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with(' ')) inside = lines[i] == "steps:\n";
    if (inside && lines[i].starts_with("  - ")) steps.push_back(i);
  }
  return steps;
}

std::vector<Mutant> Mutants(const std::vector<std::string>& lines) {
  std::vector<Mutant> mutants;
  const std::vector<std::size_t> steps = StepLines(lines);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto at = static_cast<std::ptrdiff_t>(steps[i]);
    const std::string step = lines[steps[i]].substr(4, lines[steps[i]].size() - 5);
    std::vector<std::string> without = lines, twice = lines, swapped = lines;
    without.erase(without.begin() + at);
    mutants.push_back({"without " + step, Join(without)});
    twice.insert(twice.begin() + at, lines[steps[i]]);
    mutants.push_back({"twice " + step, Join(twice)});
    if (i + 1 == steps.size()) continue;
    std::swap(swapped[steps[i]], swapped[steps[i + 1]]);
    mutants.push_back({"exchanged with the next: " + step, Join(swapped)});
  }
  return mutants;
}

// "layer" and "layer.feature" that the writers name; a feature of any of the layers beside it.
std::vector<std::vector<std::string>> Named(const Pipeline& pipeline) {
  std::vector<std::vector<std::string>> named;
  for (const Step& writer : pipeline.writers) {
    const auto list = [&writer](const char* name) {
      const auto found = writer.params.find(name);
      return found == writer.params.end() ? std::vector<std::string>()
                                          : std::get<std::vector<std::string>>(found->second);
    };
    for (const std::string& layer : list("layers")) named.push_back({layer});
    for (const std::string& column : list("columns")) {
      named.emplace_back();
      for (const std::string& layer : list("layers")) {
        named.back().push_back(layer + '.' + std::string(SplitColumn(column).column));
      }
    }
  }
  return named;
}

bool Filled(const Outcome& outcome, const std::vector<std::string>& any) {
  return std::any_of(any.begin(), any.end(),
                     [&](const std::string& name) { return outcome.filled.contains(name); });
}

class Judge {
 public:
  explicit Judge(const std::filesystem::path& file)
      : input_(workshop_.Write("in/a.txt", kText).parent_path()), lines_(LinesOf(file)) {
    // What only some of the readers bring counts as made.
    std::filesystem::copy(KOPPEL_SOURCE_DIR "/pipelines/sample/scan.alto.xml", input_);
    const LoadedPipeline loaded = Load(Join(lines_));
    REQUIRE(loaded.problems.empty());
    original_ = RunMutant(loaded.pipeline, input_);
    REQUIRE(original_.ran);
  }

  void Try(const Mutant& mutant) const {
    INFO(mutant.what);
    const LoadedPipeline loaded = Load(mutant.yaml);
    for (const Problem& problem : loaded.problems) UNSCOPED_INFO(Describe("p", problem));
    const bool refused = !loaded.problems.empty();
    if (mutant.what.starts_with("twice")) {
      CHECK(refused);  // two steps of one name
      return;
    }
    const Outcome outcome = RunMutant(loaded.pipeline, input_);
    if (refused) {
      CHECK(outcome.documents != original_.documents);
      return;
    }
    CHECK(outcome.ran);
    for (const std::vector<std::string>& name : Named(loaded.pipeline)) {
      INFO("what the file names is empty now: " << name.front());
      CHECK((Filled(outcome, name) || !Filled(original_, name)));
    }
  }

  const std::vector<std::string>& lines() const { return lines_; }

 private:
  LoadedPipeline Load(const std::string& yaml) const {
    return LoadPipeline(workshop_.Write("p.yaml", yaml), InstalledPlugins());
  }

  Workshop workshop_;
  std::filesystem::path input_;
  std::vector<std::string> lines_;
  Outcome original_;
};

TEST_CASE("steps left out, doubled or exchanged are refused, or leave nothing empty") {
  for (const char* name : {"repair", "segment", "welzijn"}) {
    INFO(name);
    const Judge judge(std::filesystem::path(KOPPEL_SOURCE_DIR "/pipelines") /
                      (std::string(name) + ".yaml"));
    const std::vector<Mutant> mutants = Mutants(judge.lines());
    CHECK(mutants.size() > 5);
    for (const Mutant& mutant : mutants) judge.Try(mutant);
  }
}

}  // namespace
}  // namespace koppel
