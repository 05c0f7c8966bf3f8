// `koppel plugins`, as a user runs it.
#include <sys/resource.h>
#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>

#include "stage.h"

namespace koppel {
namespace {

using Catch::Contains;

struct Answer {
  int status;
  std::string text;  // standard output and standard error
};

// Runs `koppel plugins <arguments>` with the stage's plugins beside those of this tree.
Answer Plugins(const Stage& stage, const std::string& arguments) {
  const std::string command = "KOPPEL_PLUGIN_PATH='" + stage.folder().string() +
                              "' '" KOPPEL_PROGRAM "' plugins " + arguments + " 2>&1";
  std::FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  Answer answer{};
  char buffer[4096];
  while (const std::size_t got = std::fread(buffer, 1, sizeof buffer, pipe))
    answer.text.append(buffer, got);
  answer.status = WEXITSTATUS(::pclose(pipe));
  return answer;
}

TEST_CASE("every plugin of this tree is sound") {
  const Stage stage;
  stage.Add("sound");
  const Answer answer = Plugins(stage, "doctor");
  CHECK(answer.status == 0);
  CHECK_THAT(answer.text, !Contains("FAULTY"));
}

TEST_CASE("the doctor reports a plugin that crashes, and goes on") {
  const Stage stage;
  stage.Add("sound");
  stage.Copy("crashing");
  stage.Claim("crashing");
  const Answer answer = Plugins(stage, "doctor");
  CHECK(answer.status == 1);
  CHECK_THAT(answer.text, Contains("FAULTY  crashing 1.0.0") && Contains("sound   sound 1.2.3"));
}

TEST_CASE("plugins are listed without being loaded") {
  const Stage stage;
  stage.Copy("crashing");
  stage.Claim("crashing");
  WriteText(stage.Sidecar("broken"), "{");
  for (const std::string arguments : {"list", "list --json"}) {
    const Answer answer = Plugins(stage, arguments);
    CHECK(answer.status == 0);
    CHECK_THAT(answer.text, Contains("crashing.nothing"));
    CHECK_THAT(answer.text, Contains("can't use sidecar " + stage.Sidecar("broken").string()));
  }
}

TEST_CASE("an unknown component is refused with the nearest") {
  const Stage stage;
  stage.Add("sound");
  const Answer answer = Plugins(stage, "describe sound.marc");
  CHECK(answer.status == 2);
  CHECK_THAT(answer.text, Contains("did you mean 'sound.mark'?"));
}

TEST_CASE("describe answers in every form, for a component and for a plugin") {
  const Stage stage;
  stage.Add("sound");
  for (const std::string id : {"sound.mark", "sound"}) {
    CHECK_THAT(Plugins(stage, "describe " + id).text, Contains("sound.mark: Marks tokens"));
    CHECK_THAT(Plugins(stage, "describe --format=markdown " + id).text, Contains("# sound.mark\n"));
    CHECK_THAT(Plugins(stage, "describe --format=json-schema " + id).text,
               Contains("\"minimum\": 1.0"));
    CHECK_THAT(Plugins(stage, "describe --json " + id).text, Contains("\"at_least\": 1.0"));
  }
}

TEST_CASE("describe --all writes one page for each component") {
  const Stage stage;
  stage.Add("sound");
  const Stage pages;
  const Answer answer =
      Plugins(stage, "describe --all --format=markdown --output '" + pages.folder().string() + "'");
  CHECK(answer.status == 0);
  CHECK(ReadText(pages.folder() / "sound.mark.md") ==
        ReadText(KOPPEL_SOURCE_DIR "/tests/integration/plugins/sound/expected.md"));
  CHECK(std::filesystem::exists(pages.folder() / "sound.lines.md"));
}

TEST_CASE("describe needs exactly one subject") {
  const Stage stage;
  CHECK(Plugins(stage, "describe").status == 2);
  CHECK(Plugins(stage, "describe --all sound").status == 2);
  CHECK(Plugins(stage, "describe sound --output x").status == 2);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
// Of all child processes so far.
double ChildSeconds() {
  rusage usage{};
  ::getrusage(RUSAGE_CHILDREN, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

TEST_CASE("plugins are listed within 50 ms of processor time") {
  const Stage stage;
  const double before = ChildSeconds();
  Plugins(stage, "list");
  CHECK(ChildSeconds() - before <= 0.05);
}
#endif

}  // namespace
}  // namespace koppel
