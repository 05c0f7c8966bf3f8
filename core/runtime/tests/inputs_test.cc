#include "input/inputs.h"

#include <catch2/catch.hpp>
#include <fstream>

namespace koppel {
namespace {

namespace fs = std::filesystem;

// Two readers, of .txt and .pdf, over a folder of files.
struct World {
  fs::path root = fs::temp_directory_path() / "koppel-inputs-test";
  ComponentInfo text, pdf;
  Pipeline pipeline;

  explicit World(const std::vector<std::string>& files) {
    fs::remove_all(root);
    for (const std::string& name : files) {
      fs::create_directories((root / name).parent_path());
      std::ofstream(root / name) << "inhoud";
    }
    text.id = "read.text";
    text.extensions = {".txt", ".txt.gz", ".gz"};
    pdf.id = "read.pdf";
    pdf.extensions = {".pdf"};
    pipeline.readers = {Step{"read.text", &text, {}, {}, OnError::kQuarantine, {}},
                        Step{"read.pdf", &pdf, {}, {}, OnError::kQuarantine, {}}};
  }
  ~World() { fs::remove_all(root); }

  std::vector<std::string> Ids(const std::vector<std::string>& given) const {
    std::vector<std::string> paths, ids;
    for (const std::string& path : given) paths.push_back((root / path).string());
    const Result<Inputs> inputs = FindInputs(pipeline, paths);
    REQUIRE(inputs.ok());
    for (const SourceFile& file : inputs->files) ids.push_back(file.id);
    return ids;
  }
};

using Ids = std::vector<std::string>;

TEST_CASE("an id is the path below the named folder without the longest extension") {
  const World world({"b/two.txt.gz", "a.txt", "b/one.pdf"});
  CHECK(world.Ids({""}) == Ids{"a", "b/one", "b/two"});
  CHECK(world.Ids({"b"}) == Ids{"one", "two"});
}

TEST_CASE("files of one name keep their extension in the id") {
  const World world({"report.txt", "report.pdf", "other.txt"});
  CHECK(world.Ids({""}) == Ids{"other", "report.pdf", "report.txt"});
}

TEST_CASE("a file that is named twice is read once") {
  const World world({"a.txt"});
  CHECK(world.Ids({"", "a.txt", "*.txt"}) == Ids{"a"});
}

TEST_CASE("files are read by path, in natural order, or as they were given") {
  World world({"b.txt", "in/page10.txt", "in/page2.txt", "a.txt"});
  const std::vector<std::string> given = {"b.txt", "in", "a.txt", "b.txt"};
  CHECK(world.Ids(given) == Ids{"a", "b", "page10", "page2"});
  world.pipeline.order = InputOrder::kNatural;
  CHECK(world.Ids(given) == Ids{"a", "b", "page2", "page10"});
  world.pipeline.order = InputOrder::kGiven;
  CHECK(world.Ids(given) == Ids{"b", "page10", "page2", "a"});
}

TEST_CASE("files that no reader takes are listed once") {
  const World world({"a.txt", "b.odd"});
  const Result<Inputs> inputs =
      FindInputs(world.pipeline, {world.root.string(), (world.root / "*").string()});
  REQUIRE(inputs.ok());
  CHECK(inputs->ignored == std::vector<std::string>{(world.root / "b.odd").string()});
}

TEST_CASE("a folder without files is refused") {
  const World world({"x/a.txt"});
  fs::create_directory(world.root / "empty");
  const Result<Inputs> inputs = FindInputs(world.pipeline, {(world.root / "empty").string()});
  REQUIRE_FALSE(inputs.ok());
  CHECK(inputs.status().kind() == ErrorKind::kBadInput);
}

TEST_CASE("the readers' own paths count when nothing is given") {
  World world({"a.txt", "b.pdf"});
  world.pipeline.readers[0].params["paths"] = std::vector<std::string>{world.root.string()};
  world.pipeline.readers[1].params["paths"] =
      std::vector<std::string>{(world.root / "*.pdf").string()};
  const Result<Inputs> inputs = FindInputs(world.pipeline, {});
  REQUIRE(inputs.ok());
  REQUIRE(inputs->files.size() == 2);
  CHECK(inputs->files[0].reader == 0);
  CHECK(inputs->files[1].reader == 1);
  CHECK(inputs->ignored.empty());
}

}  // namespace
}  // namespace koppel
