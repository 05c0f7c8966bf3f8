// What is written of a run reads back without it.
#include "koppel/runtime/stored_run.h"

#include <catch2/catch.hpp>

#include <fstream>

#include "koppel/io.h"
#include "koppel/layers.h"
#include "resume.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

struct Mark {
  static constexpr std::string_view kKinds[] = {"odd", "even"};
  static constexpr FeatureInfo kFeatures[] = {{"kind", FeatureType::kEnum, "Which.", kKinds},
                                              {"note", FeatureType::kString, "What was seen."}};
  static constexpr LayerSchema kSchema{"mark", "Of no standard.", kFeatures};
  enum class Kind { kOdd, kEven };
  static constexpr Feature<Kind, 0> kind{};
  static constexpr Feature<std::string_view, 1> note{};
};

RunStep StepOf(const std::string& id) {
  return {{id,
           "test." + id,
           "ab12",
           R"({"language":"nl"})",
           "{}",
           "quarantine",
           {{"data/nl.yaml", "cd34"}, {"data/extra.yaml", ""}}},
          "test",
          "1.2.0",
          {}};
}

// A run of a reader and two steps in a folder of its own.
struct World {
  fs::path out = fs::temp_directory_path() / "koppel-stored-run-test";
  std::unique_ptr<RunFolder> folder;
  std::unique_ptr<Memory> memory;

  World() {
    fs::remove_all(out);
    Begin({});
  }
  ~World() {
    folder.reset();
    fs::remove_all(out);
  }

  void Begin(const std::vector<std::size_t>& observers) {
    folder.reset();
    KeepOptions options;
    options.program = "program";
    auto opened = RunFolder::Open(out, options);
    REQUIRE(opened.ok());
    folder = *std::move(opened);
    memory = OpenMemory(
        *folder,
        {"welzijn", {}, {StepOf("text")}, {StepOf("a"), StepOf("b")}, {StepOf("out")}, {}, {}},
        observers, {&Mark::kSchema, &Sentence::kSchema});
  }

  Remembered NewRecord(const std::string& id) {
    Remembered remembered;
    remembered.record.id = id;
    remembered.record.uri = "in/" + id;
    remembered.record.source_sha256 = Sha256(id);
    remembered.keep = true;
    return remembered;
  }
  StoredDocument Listed(const Remembered& remembered) {
    const StoredRecord& record = remembered.record;
    return {record.id,      record.id,   record.uri,   record.source_sha256,
            record.outcome, record.step, record.reason};
  }
  // Three states: the text, a mark on it, an edit.
  Remembered Work(const std::string& id) {
    Remembered remembered = NewRecord(id);
    Document document;
    document.set_id(id);
    REQUIRE(document.SetText("een tekst").ok());
    memory->Note(0, Effect::kRan, {}, document, remembered);
    document.layer<Mark>().Add({0, 3}).Set(Mark::kind, Mark::Kind::kEven).Set(Mark::note, "één");
    memory->Note(0, Effect::kRan, std::vector<std::string>{"a: d: careful"}, document, remembered);
    Edits edits;
    edits.Replace({0, 3}, "de", "article", 0.5);
    REQUIRE(document.Apply(edits, "b").ok());
    memory->Note(0, Effect::kRan, {}, document, remembered);
    return remembered;
  }
  void Add(const Remembered& remembered) {
    REQUIRE(memory->List(Listed(remembered)).ok());
    REQUIRE(memory->Keep(remembered, EncodeStored(remembered.record), 1).ok());
  }
  void Complete() {
    REQUIRE(memory->Finish().ok());
    REQUIRE(folder->Complete({}).ok());
  }
  std::unique_ptr<StoredRun> Open() const {
    auto run = StoredRun::Open(out);
    REQUIRE(run.ok());
    return *std::move(run);
  }
};

TEST_CASE("a stored run tells its steps, and the document after each, without plugins") {
  World world;
  REQUIRE(world.memory->Start().ok());
  world.Add(world.Work("z"));
  world.Add(world.Work("a"));
  world.Complete();
  const auto run = world.Open();
  CHECK(run->complete());
  CHECK(run->steps().pipeline == "welzijn");
  CHECK(run->steps().program == Hex("program"));
  REQUIRE(run->steps().steps.size() == 2);
  CHECK(run->steps().steps[1].identity == StepOf("b").identity);
  CHECK(run->steps().readers[0].version == "1.2.0");
  CHECK(run->steps().writers[0].identity.id == "out");
  REQUIRE(run->documents().size() == 2);
  CHECK(run->documents()[0].id == "z");

  const auto found = run->Find("a");
  REQUIRE(found.ok());
  auto history = run->History(**found);
  REQUIRE(history.ok());
  REQUIRE(history->states() == 3);
  CHECK(history->step(0).identity.id == "text");
  CHECK(history->warnings(1) == std::vector<std::string>{"a: d: careful"});
  CHECK(history->StateAfter("b") == std::size_t{2});
  CHECK_FALSE(history->StateAfter("c"));
  Document document;
  REQUIRE(history->Restore(0, document).ok());
  CHECK(document.text() == "een tekst");
  CHECK_FALSE(document.HasLayer("mark"));
  REQUIRE(history->Restore(2, document).ok());
  CHECK(document.text() == "de tekst");
  CHECK(document.RevisionStep(0) == "b");
  const auto marks = document.layer<Mark>();
  REQUIRE(marks.size() == 1);
  CHECK(marks[0][Mark::kind] == Mark::Kind::kEven);
  CHECK(marks[0][Mark::note] == "één");
  CHECK(document.layer_at(0).schema->help == "Of no standard.");
}

TEST_CASE("a stored run says what became of documents that did not come out") {
  World world;
  REQUIRE(world.memory->Start().ok());
  Remembered filtered = world.Work("short");
  filtered.record.states.pop_back();
  world.memory->Decide(0, Outcome::kFiltered, "b", "too short", filtered);
  world.Add(filtered);
  // Nothing of it is stored: it could not be read.
  StoredDocument lost{"lost", "lost", "in/lost", "", Outcome::kQuarantined, "text", "gone"};
  REQUIRE(world.memory->List(lost).ok());
  world.Complete();
  const auto run = world.Open();
  const auto document = run->Find("short");
  REQUIRE(document.ok());
  CHECK((*document)->outcome == Outcome::kFiltered);
  CHECK((*document)->step == "b");
  CHECK((*document)->reason == "too short");
  auto history = run->History(**document);
  REQUIRE(history.ok());
  CHECK(history->states() == 2);
  CHECK(run->documents()[1].outcome == Outcome::kQuarantined);
  CHECK(run->documents()[1].sha256.empty());
  CHECK_FALSE(run->History(run->documents()[1]).ok());
  const auto unknown = run->Find("shrt");
  REQUIRE_FALSE(unknown.ok());
  CHECK(unknown.status().message() == "no document 'shrt' among 2; did you mean 'short'?");
}

TEST_CASE("of a run that goes on, what is decided can be read") {
  World world;
  REQUIRE(world.memory->Start().ok());
  world.Add(world.Work("first"));
  REQUIRE(world.memory->EndPart().ok());
  world.Add(world.Work("second"));
  const auto run = world.Open();
  CHECK_FALSE(run->complete());
  REQUIRE(run->documents().size() == 1);
  CHECK(run->documents()[0].id == "first");
  CHECK(run->History(run->documents()[0]).ok());
}

TEST_CASE("the list of an earlier run is not taken for that of the present one") {
  World world;
  REQUIRE(world.memory->Start().ok());
  world.Add(world.Work("old"));
  world.Complete();
  world.Begin({1});
  CHECK(world.memory->FindModel(1).empty());
  REQUIRE(world.memory->SetModel(1, "learned").ok());
  REQUIRE(world.memory->Start().ok());
  const auto run = world.Open();
  CHECK(run->documents().empty());
  CHECK(run->steps().steps[1].model == Hex(Sha256("learned")));
}

TEST_CASE("a folder without a stored run is refused with what to do, a damaged one with where") {
  World world;
  const auto none = StoredRun::Open(world.out);
  REQUIRE_FALSE(none.ok());
  CHECK(none.status().message().find("--keep 0") != std::string::npos);
  REQUIRE(world.memory->Start().ok());
  world.Complete();
  SECTION("no JSON") { std::ofstream(world.out / ".koppel/steps.json") << "{"; }
  SECTION("a key is missing") {
    std::ofstream(world.out / ".koppel/steps.json") << R"({"readers": [{"id": "text"}]})";
  }
  SECTION("the list") { std::ofstream(world.out / ".koppel/documents.jsonl") << "{}\n"; }
  const auto damaged = StoredRun::Open(world.out);
  REQUIRE_FALSE(damaged.ok());
  CHECK(damaged.status().message().find("is damaged") != std::string::npos);
}

}  // namespace
}  // namespace koppel
