#include "replay.h"

#include <catch2/catch.hpp>

#include <fstream>

namespace koppel {
namespace {

namespace fs = std::filesystem;

struct Run {
  fs::path out = fs::temp_directory_path() / "koppel-replay-test";

  explicit Run(std::string_view invocation) {
    fs::remove_all(out);
    fs::create_directories(out);
    std::ofstream(out / "run.json") << R"({"invocation": )" << invocation << "}";
  }
  ~Run() { fs::remove_all(out); }
};

TEST_CASE("a replay is the recorded command with another output folder and --retry") {
  const Run run(R"({"folder": "/data", "arguments":
      ["koppel", "run", "p.yaml", "-o", "x", "--fresh", "--input", "in", "--out=y", "-oz"]})");
  const Result<RecordedCommand> command = ReplayOf(run.out, {"who.kind=all"});
  REQUIRE(command.ok());
  CHECK(command->folder == "/data");
  CHECK(command->arguments == std::vector<std::string>{"koppel", "run", "p.yaml", "--input", "in",
                                                       "--retry", "--out", run.out.string(),
                                                       "--set", "who.kind=all"});
}

TEST_CASE("a run that does not say how it was started can't be replayed") {
  for (const char* invocation :
       {"{}", "[]", "7", R"({"folder": "/data"})", R"({"folder": "/data", "arguments": [1]})",
        R"({"folder": "/data", "arguments": ["koppel", "check", "p.yaml"]})",
        R"({"arguments": ["koppel", "run", "p.yaml"]})"}) {
    CAPTURE(invocation);
    CHECK(ReplayOf(Run(invocation).out, {}).status().kind() == ErrorKind::kBadInput);
  }
  CHECK(ReplayOf("/nowhere", {}).status().kind() == ErrorKind::kBadInput);
}

}  // namespace
}  // namespace koppel
