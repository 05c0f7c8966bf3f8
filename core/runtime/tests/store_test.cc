// The memory of a run: records, packs, models, keys, the claim and the mark of completion.
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <fstream>

#include "koppel/changes.h"
#include "koppel/io.h"
#include "koppel/layers.h"
#include "store/claim.h"
#include "store/completion.h"
#include "store/model_store.h"
#include "store/pack_store.h"
#include "store/step_keys.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

struct Folder {
  fs::path path = fs::temp_directory_path() / "koppel-store-test";
  Folder() {
    fs::remove_all(path);
    fs::create_directories(path);
  }
  ~Folder() { fs::remove_all(path); }
};

void WriteFile(const fs::path& path, std::string_view text) { std::ofstream(path) << text; }

// A record with one state for each key; the document's text is the number of its states.
StoredRecord RecordOf(const std::string& id, const std::vector<std::string>& keys) {
  StoredRecord record;
  record.id = id;
  record.uri = "in/" + id;
  record.source_sha256 = Sha256(id);
  Document document;
  for (const std::string& key : keys) {
    REQUIRE(document.SetText(std::to_string(record.states.size() + 1)).ok());
    record.states.push_back({key, Effect::kRan, {"a warning"}, {}});
    REQUIRE(EncodeChanges(document, record.states.back().changes).ok());
    document.MarkStored();
  }
  return record;
}

void Keep(PackStore& store, const StoredRecord& record) {
  REQUIRE(store.Add(record.id, EncodeStored(record)).ok());
}

bool Finds(const PackStore& store, const std::string& id, const std::vector<std::string>& keys,
           PackStore::Found& found) {
  return store.Find(id, "in/" + id, Sha256(id), keys, found);
}

TEST_CASE("a stored record reads back equal, and not at all if a byte of it changed") {
  StoredRecord record = RecordOf("één", {"a", "b"});
  record.outcome = Outcome::kFiltered;
  record.step = "short";
  record.step_key = "c";
  record.reason = "too short";
  const std::string frame = EncodeStored(record);
  Result<StoredRecord> back = DecodeStored(frame);
  REQUIRE(back.ok());
  CHECK(back->id == record.id);
  CHECK(back->states[1].warnings == record.states[1].warnings);
  CHECK(back->outcome == Outcome::kFiltered);
  CHECK(back->reason == "too short");
  Document document;
  REQUIRE(RestoreState(*back, 1, {}, document).ok());
  CHECK(document.text() == "1");
  REQUIRE(RestoreState(*back, 2, {}, document).ok());
  CHECK(document.text() == "2");
  for (std::size_t i = 0; i < frame.size(); ++i) {
    std::string damaged = frame;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
    Result<StoredRecord> wrong = DecodeStored(damaged);
    // zstd does not look at one bit of a frame's header: what it reads is then the same.
    if (wrong.ok()) CHECK(EncodeStored(*std::move(wrong)) == frame);
  }
}

TEST_CASE("a record is used as far as its keys are those of today") {
  const std::vector<std::string> all = {"r", "1", "2"}, changed = {"r", "1", "x"},
                                 reader = {"y", "1", "2"};
  StoredRecord record = RecordOf("d", all);
  CHECK(record.Decided(all));
  CHECK(record.Matching(changed) == 2);
  CHECK_FALSE(record.Decided(changed));
  CHECK(record.Matching(reader) == 0);
  record.states.pop_back();
  record.outcome = Outcome::kFiltered;
  record.step_key = "2";
  CHECK(record.Decided(all));
  CHECK_FALSE(record.Decided(changed));
}

TEST_CASE("a step's key depends on the steps before it, and on nothing after it") {
  const std::vector<std::string> readers = {"text", "pdf"};
  const StepKeys keys("program", readers, {"a", "b", "c"}, {});
  const StepKeys other("program", readers, {"a", "B", "c"}, {});
  REQUIRE(keys.Of(0).size() == 4);
  CHECK(keys.Of(0)[1] == other.Of(0)[1]);
  CHECK(keys.Of(0)[2] != other.Of(0)[2]);
  CHECK(keys.Of(0)[3] != other.Of(0)[3]);
  CHECK(keys.Of(0)[0] != keys.Of(1)[0]);
  CHECK(keys.Of(0)[0] != StepKeys("new program", readers, {"a"}, {}).Of(0)[0]);
}

TEST_CASE("keys of an observer and of what follows wait for its model and depend on it") {
  StepKeys keys("program", {"text"}, {"a", "observer", "c"}, {1});
  CHECK(keys.Of(0).size() == 2);
  const std::string model_key = keys.ModelKey(1, "corpus");
  CHECK(model_key != keys.ModelKey(1, "another corpus"));
  StepKeys other = keys;
  keys.SetModel(1, "model");
  other.SetModel(1, "another model");
  REQUIRE(keys.Of(0).size() == 4);
  CHECK(keys.Of(0)[1] == other.Of(0)[1]);
  CHECK(keys.Of(0)[2] != other.Of(0)[2]);
  CHECK(keys.Of(0)[3] != other.Of(0)[3]);
}

TEST_CASE("a pack store finds what was committed, and of several records the one that is best") {
  Folder folder;
  {
    auto store = PackStore::Open(folder.path, false);
    Keep(*store, RecordOf("d", {"r", "1", "2"}));
    Keep(*store, RecordOf("e", {"r", "1", "2"}));
    REQUIRE(store->Commit().ok());
    Keep(*store, RecordOf("d", {"r", "x", "y"}));
    REQUIRE(store->Commit().ok());
    Keep(*store, RecordOf("f", {"r"}));  // never committed
  }
  const auto store = PackStore::Open(folder.path, false);
  PackStore::Found found;
  REQUIRE(Finds(*store, "d", {"r", "1", "2"}, found));
  CHECK(found.decided);
  CHECK(found.pack == 0);
  REQUIRE(Finds(*store, "d", {"r", "1", "new"}, found));
  CHECK_FALSE(found.decided);
  CHECK(found.states == 2);
  REQUIRE(Finds(*store, "d", {"r", "x", "y"}, found));
  CHECK(found.pack == 1);
  CHECK_FALSE(Finds(*store, "d", {"new", "1", "2"}, found));
  CHECK_FALSE(Finds(*store, "f", {"r"}, found));
  const std::vector<std::string> keys = {"r", "1", "2"};
  CHECK_FALSE(store->Find("d", "in/d", Sha256("other bytes"), keys, found));
  CHECK_FALSE(Finds(*PackStore::Open(folder.path, true), "d", {"r", "1", "2"}, found));
}

TEST_CASE("a pack that is damaged is left out, and the others serve") {
  Folder folder;
  auto store = PackStore::Open(folder.path, false);
  Keep(*store, RecordOf("d", {"r"}));
  REQUIRE(store->Commit().ok());
  Keep(*store, RecordOf("e", {"r"}));
  REQUIRE(store->Commit().ok());
  fs::resize_file(folder.path / "000001.kpack", fs::file_size(folder.path / "000001.kpack") - 1);
  WriteFile(folder.path / "000007.kpack", "nonsense");
  store = PackStore::Open(folder.path, false);
  PackStore::Found found;
  CHECK_FALSE(Finds(*store, "d", {"r"}, found));
  CHECK(Finds(*store, "e", {"r"}, found));
}

TEST_CASE("what is kept is bounded: packs that nobody used go first, the oldest before others") {
  Folder folder;
  auto store = PackStore::Open(folder.path, false);
  for (const char* id : {"a", "b", "c"}) {
    Keep(*store, RecordOf(id, {"r"}));
    REQUIRE(store->Commit().ok());
  }
  store = PackStore::Open(folder.path, false);
  PackStore::Found found;
  REQUIRE(Finds(*store, "a", {"r"}, found));
  store->Keep(found.pack);
  const std::uint64_t one = fs::file_size(folder.path / "000001.kpack");
  store->Trim(2 * one);
  CHECK(fs::exists(folder.path / "000001.kpack"));
  CHECK_FALSE(fs::exists(folder.path / "000002.kpack"));
  CHECK(fs::exists(folder.path / "000003.kpack"));
  store->Trim(0);
  CHECK(fs::is_empty(folder.path));
}

TEST_CASE("models are found under their key while they are whole, and trimmed when not used") {
  Folder folder;
  ModelStore first(folder.path);
  REQUIRE(first.Add("k", "the model").ok());
  REQUIRE(first.Add("l", "another").ok());
  CHECK(first.Find("k") == "the model");
  CHECK(first.Find("m").empty());
  ModelStore second(folder.path);
  CHECK(second.Find("k") == "the model");
  second.Trim();
  CHECK(second.Find("l").empty());
  fs::resize_file(folder.path / (Hex("k") + ".model"), 10);
  CHECK(second.Find("k").empty());
}

TEST_CASE("a folder is claimed once, and free again when its run is gone") {
  Folder folder;
  const fs::path path = folder.path / "claim";
  {
    Result<std::unique_ptr<Claim>> first = Claim::Take(path);
    REQUIRE(first.ok());
    CHECK((*first)->StillMine().ok());
    const Result<std::unique_ptr<Claim>> second = Claim::Take(path);
    REQUIRE_FALSE(second.ok());
    CHECK(second.status().kind() == ErrorKind::kIo);
    CHECK(second.status().message().find("another run (process ") == 0);
  }
  CHECK_FALSE(fs::exists(path));
  CHECK(Claim::Take(path).ok());
}

TEST_CASE("who is refused is told when a claim lapses that nobody can be asked about") {
  const Folder folder;
  const fs::path path = folder.path / "claim";
  std::ofstream(path).close();
  CHECK(Claim::Take(path).status().message().find("counts as left behind two minutes after") !=
        std::string::npos);
  std::ofstream(path) << "elsewhere/1/2\n7\n8\n2026-01-02T03:04:05Z\n";
  const std::string message = Claim::Take(path).status().message();
  CHECK(message.find("process 7 on elsewhere, since 2026-01-02T03:04:05Z") != std::string::npos);
  CHECK(message.find("gave no sign for two minutes") != std::string::npos);
}

TEST_CASE("the claim of a dead process on this machine is void, one of another machine in time") {
  Folder folder;
  const fs::path path = folder.path / "claim";
  std::string machine;
  {
    const auto claim = Claim::Take(path);
    REQUIRE(claim.ok());
    std::getline(std::ifstream(path), machine);
  }
  WriteFile(path, machine + "\n1\n1\n2026-01-01T00:00:00Z\n");
  CHECK(Claim::Take(path).ok());

  if (const pid_t child = ::fork(); child == 0) {
    ::_exit(0);
  } else {  // a zombie until it is waited for
    siginfo_t ended{};
    ::waitid(P_PID, static_cast<id_t>(child), &ended, WEXITED | WNOWAIT);
    std::string start;
    std::ifstream stat("/proc/" + std::to_string(child) + "/stat");
    for (int field = 0; field < 22; ++field) stat >> start;
    WriteFile(path, machine + "\n" + std::to_string(child) + "\n" + start + "\nsince\n");
    CHECK(Claim::Take(path).ok());
    ::waitpid(child, nullptr, 0);
  }

  WriteFile(path, "elsewhere/boot/pid\n77\n5\n2026-01-01T00:00:00Z\n");
  const auto refused = Claim::Take(path);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.status().message().find("process 77 on elsewhere, since 2026-01-01") !=
        std::string::npos);
  fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::minutes(5));
  const auto taken = Claim::Take(path);
  REQUIRE(taken.ok());
  WriteFile(path, "elsewhere/boot/pid\n77\n5\n2026-01-01T00:00:00Z\n");
  CHECK((*taken)->StillMine().kind() == ErrorKind::kIo);
}

struct Written {
  Folder folder;
  Completion completion;

  Written() {
    fs::create_directories(folder.path / "text/deep");
    WriteFile(folder.path / "text/mine.txt", "the user's own");
    WriteFile(folder.path / "dictionary", "words");
    const auto start = ModifiedAt(folder.path / "dictionary");
    fs::last_write_time(folder.path / "text/mine.txt",
                        fs::file_time_type::clock::now() - std::chrono::hours(1));
    WriteFile(folder.path / "run.json", "{}");
    WriteFile(folder.path / "text/deep/a.txt", "a");
    completion.configuration = "c";
    completion.inputs = "i";
    completion.read = 3;
    completion.resources = {{(folder.path / "dictionary").string(), Hex(Sha256("words")), {}},
                            {(folder.path / "missing").string(), "", {}}};
    completion.outputs = FindOutputs(folder.path, {"run.json", "text", "never"}, start);
    REQUIRE(HashOutputs(folder.path, 2, completion.outputs).ok());
  }
};

TEST_CASE("a completion lists what the run wrote, and nothing else of the folder") {
  const Written written;
  REQUIRE(written.completion.outputs.size() == 2);
  CHECK(written.completion.outputs[0].path == "run.json");
  CHECK(written.completion.outputs[1].path == "text/deep/a.txt");
}

TEST_CASE("a completion holds while resources and outputs are what they were") {
  const Written written;
  const fs::path& folder = written.folder.path;
  REQUIRE(WriteCompletion(written.completion, folder / "complete.json").ok());
  const Result<Completion> back = ReadCompletion(folder / "complete.json");
  REQUIRE(back.ok());
  CHECK(back->read == 3);
  CHECK(StillHolds(*back, folder, 2));
  SECTION("an output with another byte") { WriteFile(folder / "text/deep/a.txt", "b"); }
  SECTION("an output that is gone") { fs::remove(folder / "run.json"); }
  SECTION("a resource with another byte") { WriteFile(folder / "dictionary", "Words"); }
  SECTION("a resource that was not there") { WriteFile(folder / "missing", ""); }
  CHECK_FALSE(StillHolds(*back, folder, 2));
}

TEST_CASE("files of a former run go, unless this one wrote them or somebody touched them") {
  Written written;
  const fs::path& folder = written.folder.path;
  SECTION("written again: it stays") {
    RemoveFormer(written.completion, written.completion.outputs, folder);
    CHECK(fs::exists(folder / "text/deep/a.txt"));
  }
  SECTION("touched: it stays") {
    WriteFile(folder / "text/deep/a.txt", "mended by hand");
    RemoveFormer(written.completion, {}, folder);
    CHECK(fs::exists(folder / "text/deep/a.txt"));
  }
  SECTION("left over: it goes, with its folder") {
    RemoveFormer(written.completion, {}, folder);
    CHECK_FALSE(fs::exists(folder / "text/deep"));
    CHECK(fs::exists(folder / "text/mine.txt"));
  }
  SECTION("outside the folder: never") {
    WriteFile(folder / "outside", "x");
    written.completion.outputs[0].path = "../" + folder.filename().string() + "/outside";
    RemoveFormer(written.completion, {}, folder);
    CHECK(fs::exists(folder / "outside"));
  }
}

TEST_CASE("a mark of completion that is damaged is none") {
  Folder folder;
  CHECK_FALSE(ReadCompletion(folder.path / "complete.json").ok());
  for (const char* text : {"", "{", "[]", "7", "\"x\""}) {
    WriteFile(folder.path / "complete.json", text);
    CHECK_FALSE(ReadCompletion(folder.path / "complete.json").ok());
  }
}

}  // namespace
}  // namespace koppel
