#include "koppel/container.h"

#include <stdlib.h>
#include <catch2/catch.hpp>

#include <fstream>

#include "koppel/layers.h"
#include "sample_document.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

// A file that is removed at the end of the test.
class ScratchFile {
 public:
  ScratchFile() {
    std::string folder = (fs::temp_directory_path() / "koppel-container-XXXXXX").string();
    REQUIRE(::mkdtemp(folder.data()));
    path_ = fs::path(folder) / "a.koppel";
  }
  ~ScratchFile() { fs::remove_all(path_.parent_path()); }
  const fs::path& path() const { return path_; }
  std::string bytes() const { return *ReadFile(path_); }
  void Put(std::string_view bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }

 private:
  fs::path path_;
};

std::string RecordOf(std::string_view id) {
  Document document;
  FillSample(document);
  document.set_id(id);
  std::string record;
  REQUIRE(EncodeRecord(document, record).ok());
  return record;
}

void WriteContainer(const fs::path& path, const std::vector<std::string>& ids) {
  auto writer = ContainerWriter::Create(path);
  REQUIRE(writer.ok());
  for (const std::string& id : ids) REQUIRE((*writer)->Append(id, RecordOf(id)).ok());
  REQUIRE((*writer)->Close().ok());
}

std::unique_ptr<ContainerReader> Opened(const fs::path& path) {
  auto reader = ContainerReader::Open(path);
  REQUIRE(reader.ok());
  return *std::move(reader);
}

// Ids of the records that are read before the end or an error.
std::pair<std::vector<std::string>, Status> ReadAll(const fs::path& path) {
  const auto reader = Opened(path);
  std::vector<std::string> ids;
  RecordDecoder decoder;
  Document document;
  ContainerReader::Entry entry;
  std::string record;
  for (;;) {
    Result<bool> more = reader->Next(entry, record);
    if (!more.ok()) return {ids, std::move(more).status()};
    if (!*more) return {ids, Ok()};
    if (Status status = decoder.Decode(record, document); !status.ok())
      return {ids, std::move(status)};
    ids.emplace_back(document.id());
  }
}

using Ids = std::vector<std::string>;

TEST_CASE("records come back in order and by id, equal to what was written") {
  const ScratchFile file;
  WriteContainer(file.path(), {"a", "map/b", "c"});
  const auto [ids, status] = ReadAll(file.path());
  CHECK(status.ok());
  CHECK(ids == Ids{"a", "map/b", "c"});

  const auto reader = Opened(file.path());
  REQUIRE(reader->index_status().ok());
  REQUIRE(reader->Find("map/b"));
  CHECK_FALSE(reader->Find("b"));
  std::string record;
  REQUIRE(reader->Read(*reader->Find("map/b"), record).ok());
  CHECK(record == RecordOf("map/b"));
}

TEST_CASE("a container without documents is read") {
  const ScratchFile file;
  WriteContainer(file.path(), {});
  const auto [ids, status] = ReadAll(file.path());
  CHECK(status.ok());
  CHECK(ids.empty());
}

TEST_CASE("a record brings the schemas of layers that are not standard") {
  static constexpr FeatureInfo kFeatures[] = {{"weight", FeatureType::kInt, "Weight."}};
  static constexpr LayerSchema kOwn{"own", "A layer of a plugin.", kFeatures};
  Document document, back;
  REQUIRE(document.SetText("abc").ok());
  internal::LayerData& layer = *internal::EnsureLayer(document, kOwn);
  internal::AddRow(layer, {0, 3});
  internal::EnsureColumn(layer, 0);
  layer.columns[0].ints[0] = 12;
  std::string record;
  REQUIRE(EncodeRecord(document, record).ok());
  RecordDecoder decoder;
  REQUIRE(decoder.Decode(record, back).ok());
  REQUIRE(back.HasLayer("own"));
  CHECK(back.layer_at(0).schema->features[0].help == "Weight.");
  CHECK(back.layer_at(0).columns[0].ints[0] == 12);
}

TEST_CASE(
    "of a truncated file the whole records stand, and the message names the one that is cut") {
  const ScratchFile file;
  WriteContainer(file.path(), {"a", "b", "c"});
  const std::string bytes = file.bytes();
  const std::vector<ContainerReader::Entry> index = Opened(file.path())->index();
  REQUIRE(index.size() == 3);
  SECTION("inside a record") {
    file.Put(std::string_view(bytes).substr(0, index[2].offset + 20));
    const auto [ids, status] = ReadAll(file.path());
    CHECK(ids == Ids{"a", "b"});
    CHECK(status.kind() == ErrorKind::kBadInput);
    CHECK_THAT(status.message(), Catch::StartsWith("record 3 is cut off: the file ends at byte"));
  }
  SECTION("between records") {
    file.Put(std::string_view(bytes).substr(0, index[2].offset));
    const auto [ids, status] = ReadAll(file.path());
    CHECK(ids == Ids{"a", "b"});
    CHECK(status.message() == "its index is missing: the file is truncated or damaged at its end");
  }
  SECTION("inside the index, which is no record that was cut") {
    const std::size_t begin = index[2].offset + index[2].size;
    const std::size_t size = begin + GENERATE(1U, 7U, 12U, 100U);
    file.Put(std::string_view(bytes).substr(0, size));
    const auto [ids, status] = ReadAll(file.path());
    CHECK(ids == Ids{"a", "b", "c"});
    CHECK(status.message() == "its index is missing: the file is truncated or damaged at its end");
  }
}

TEST_CASE("a damaged index is no record, whichever of its bytes is damaged") {
  const ScratchFile file;
  WriteContainer(file.path(), {"a", "b", "c"});
  std::string bytes = file.bytes();
  const auto index = Opened(file.path())->index();
  const std::size_t begin = index[2].offset + index[2].size;
  const std::size_t damaged = begin + GENERATE(0U, 5U, 20U);
  bytes[damaged] ^= 1;
  file.Put(bytes);
  const auto [ids, status] = ReadAll(file.path());
  CHECK(ids == Ids{"a", "b", "c"});
  CHECK(status.message() == "its index is damaged");
}

TEST_CASE("no truncation goes unseen") {
  const ScratchFile file;
  WriteContainer(file.path(), {"a", "b"});
  const std::string bytes = file.bytes();
  for (std::size_t size = 0; size < bytes.size(); size += 7) {
    file.Put(std::string_view(bytes).substr(0, size));
    CAPTURE(size);
    auto reader = ContainerReader::Open(file.path());
    if (!reader.ok()) continue;
    CHECK_FALSE(ReadAll(file.path()).second.ok());
  }
}

TEST_CASE("no changed byte goes unseen") {
  const ScratchFile file;
  WriteContainer(file.path(), {"a", "b"});
  const std::string bytes = file.bytes();
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::string damaged = bytes;
    damaged[at] ^= 0x10;
    file.Put(damaged);
    CAPTURE(at);
    auto reader = ContainerReader::Open(file.path());
    if (!reader.ok()) continue;
    CHECK_FALSE(ReadAll(file.path()).second.ok());
  }
}

TEST_CASE("damage inside one record leaves the others") {
  const ScratchFile file;
  WriteContainer(file.path(), {"a", "b", "c"});
  std::string bytes = file.bytes();
  const auto index = Opened(file.path())->index();
  bytes[index[1].offset + index[1].size / 2] ^= 1;
  file.Put(bytes);
  const auto reader = Opened(file.path());
  RecordDecoder decoder;
  Document document;
  ContainerReader::Entry entry;
  std::string record;
  std::vector<bool> sound;
  while (*reader->Next(entry, record)) sound.push_back(decoder.Decode(record, document).ok());
  CHECK(sound == std::vector<bool>{true, false, true});
}

TEST_CASE("other files, and those of a newer format, are refused") {
  const ScratchFile file;
  const auto message = [&file] { return ContainerReader::Open(file.path()).status().message(); };
  file.Put("");
  CHECK_THAT(message(), Catch::EndsWith("it is no koppel file"));
  file.Put("{\"id\":\"a\"}\n");
  CHECK_THAT(message(), Catch::EndsWith("it is no koppel file"));
  WriteContainer(file.path(), {});
  std::string bytes = file.bytes();
  bytes[16] = 2;
  file.Put(bytes);
  CHECK_THAT(message(), Catch::EndsWith("it has format 2; this version reads format 1"));
  fs::remove(file.path());
  CHECK(ContainerReader::Open(file.path()).status().kind() == ErrorKind::kIo);
}

TEST_CASE("a frame that claims more than it holds is refused without taking the memory") {
  // A frame of one raw block of no bytes, whose content size says 2 GiB.
  const std::string bomb("\x28\xB5\x2F\xFD\xA0\x00\x00\x00\x80\x01\x00\x00", 12);
  RecordDecoder decoder;
  Document document;
  CHECK(decoder.Decode(bomb, document).kind() == ErrorKind::kBadInput);
  CHECK(decoder.Decode("", document).kind() == ErrorKind::kBadInput);
}

}  // namespace
}  // namespace koppel
