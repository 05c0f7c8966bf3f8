// What touched a place, and which step made an annotation there.
#include "place_history.h"

#include <catch2/catch.hpp>

#include <filesystem>

#include "koppel/io.h"
#include "koppel/layers.h"
#include "koppel/runtime/run_folder.h"
#include "place.h"
#include "store/memory.h"
#include "store/run_steps.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

RunStep StepOf(const std::string& id) {
  return {{id, "test." + id, "ab", "{}", "{}", "quarantine", {}}, "test", "1.0.0", {}};
}

// One document: read with a box, then marked, then edited, then marked anew.
struct World {
  fs::path out = fs::temp_directory_path() / "koppel-place-history-test";
  std::unique_ptr<StoredRun> run;
  std::unique_ptr<DocumentHistory> history;
  Document document;

  World() {
    fs::remove_all(out);
    KeepOptions options;
    options.program = "program";
    auto folder = RunFolder::Open(out, options);
    REQUIRE(folder.ok());
    RunSteps steps{"test", {}, {StepOf("read")}, {StepOf("a"), StepOf("b"), StepOf("c")}, {}, {}};
    (*folder)->state().packs = PackStore::Open((*folder)->state().below("store"), false);
    Memory memory((*folder)->state(), steps, {}, {});
    REQUIRE(memory.Start().ok());
    Remembered kept;
    kept.record = {"d", "in/d", Sha256("d"), {}, Outcome::kOutput, {}, {}, {}};
    kept.keep = true;
    Work(memory, kept);
    REQUIRE(memory.List({"d", "d", "in/d", Sha256("d")}).ok());
    REQUIRE(memory.Keep(kept, EncodeStored(kept.record), 1).ok());
    REQUIRE(memory.Finish().ok());
    auto opened = StoredRun::Open(out);
    REQUIRE(opened.ok());
    run = *std::move(opened);
    auto found = run->History(run->documents()[0]);
    REQUIRE(found.ok());
    history = std::make_unique<DocumentHistory>(*std::move(found));
    REQUIRE(history->Restore(3, document).ok());
  }
  ~World() { fs::remove_all(out); }

  static void Work(const Memory& memory, Remembered& kept) {
    Document work;
    work.set_id("d");
    REQUIRE(work.SetText("de organi-\nsatie één").ok());
    const auto page = work.layer<Page>().Add({0, 22}).Set(Page::number, 3).ref();
    for (const double top : {10.0, 30.0}) {
      const Span span = top < 20 ? Span{3, 10} : Span{11, 16};
      work.layer<Box>()
          .Add(span)
          .Set(Box::page, page)
          .Set(Box::left, 5)
          .Set(Box::top, top)
          .Set(Box::right, 50)
          .Set(Box::bottom, top + 10);
    }
    memory.Note(0, Effect::kRan, {}, work, kept);
    work.layer<Region>().Add({0, 16}).Set(Region::kind, Region::Kind::kBody);
    memory.Note(0, Effect::kRan, {}, work, kept);
    Edits edits;
    edits.Delete({9, 11}, "join", 0.75);
    REQUIRE(work.Apply(edits, "b").ok());
    work.layer<Artefact>()
        .Add({3, 14})
        .Set(Artefact::kind, "hyphen")
        .Set(Artefact::rule, "join")
        .Set(Artefact::decision, "join")
        .Set(Artefact::evidence, "seen +2.0");
    memory.Note(0, Effect::kRan, {}, work, kept);
    work.layer<Region>()[0].Set(Region::kind, Region::Kind::kHeading);
    work.layer<Token>().Add({3, 14});
    memory.Note(0, Effect::kRan, {}, work, kept);
  }
  PlaceHistory Of(Span span) const {
    auto result = HistoryOf(span, *history, document);
    REQUIRE(result.ok());
    return *std::move(result);
  }
  Result<Place> Find(std::string_view where, bool source = false) const {
    const auto query = ParsePlace(where, *run);
    REQUIRE(query.ok());
    return FindPlace(*query, source, document);
  }
};

TEST_CASE("an edit and its artefact are one event, with spans in each revision") {
  const World world;
  const PlaceHistory place = world.Of({3, 14});
  REQUIRE(place.events.size() == 1);
  const PlaceEvent& event = place.events[0];
  CHECK(event.state == 2);
  CHECK(event.confidence == 0.75);
  REQUIRE(event.edit);
  CHECK(event.edit->before == Span{9, 11});
  CHECK(event.edit->removed == "-\n");
  REQUIRE(event.decision);
  CHECK(event.decision->evidence == "seen +2.0");
  REQUIRE(place.revisions.size() == 2);
  CHECK(place.revisions[0].text == "organisatie");
  CHECK(place.revisions[1].text == "organi-\nsatie");
  CHECK(place.source == Span{3, 16});
}

TEST_CASE("what stands elsewhere has no part in it") {
  const World world;
  const PlaceHistory place = world.Of({15, 20});
  CHECK(place.events.empty());
  CHECK(place.annotations.empty());
}

TEST_CASE("an annotation tells the step that made it and the step that changed it") {
  const World world;
  const PlaceHistory place = world.Of({3, 14});
  REQUIRE(place.annotations.size() == 2);
  CHECK(place.annotations[0].layer->schema->name == "token");
  CHECK(place.annotations[0].made == 3);
  CHECK(place.annotations[1].layer->schema->name == "region");
  CHECK(place.annotations[1].made == 1);
  CHECK(place.annotations[1].changed == 3);
}

TEST_CASE("a word that was parted has a box on each of its lines") {
  const World world;
  const PlaceHistory place = world.Of({3, 14});
  REQUIRE(place.boxes.size() == 2);
  CHECK(place.boxes[0].page == 3);
  CHECK(place.boxes[0].top == 10);
  CHECK(place.boxes[1].bottom == 40);
}

TEST_CASE("a place is the token at an offset, a range, or words, also those that are gone") {
  const World world;
  CHECK(world.Find("d:5")->span == Span{3, 14});
  CHECK(world.Find("d:5..7")->span == Span{5, 7});
  CHECK(world.Find("d:één")->span == Span{15, 20});
  CHECK(world.Find("d:16..18", true)->span == Span{14, 17});  // half a character: all of it
  CHECK(world.Find("d:organi-")->span == Span{3, 9});
  CHECK(world.Find("d:0")->span == Span{0, 2});  // no token: up to the white space
  CHECK_FALSE(world.Find("d:16").ok());          // inside é
  CHECK_FALSE(world.Find("d:99").ok());
  CHECK_FALSE(world.Find("d:99", true).ok());
}

}  // namespace
}  // namespace koppel
