// The command line itself.
#include <catch2/catch.hpp>

#include <cstdlib>

#include "program.h"

namespace koppel {
namespace {

TEST_CASE("a command that there is not is named, with the nearest") {
  const Outcome slip = RunKoppel({"chekc", "a.yaml"});
  CHECK(slip.status == 2);
  CHECK(slip.err == "koppel: no command 'chekc'; did you mean 'check'?\n");
  CHECK(RunKoppel({"plugins", "lsit"}).err == "koppel: no command 'lsit'; did you mean 'list'?\n");
  CHECK(RunKoppel({"weather"}).err.find("there are run, plugins, check") != std::string::npos);
}

TEST_CASE("what is wrong with a command line is said with the command, and where its help is") {
  const Outcome slip = RunKoppel({"run", "a.yaml", "--inputt=b"});
  CHECK(slip.status == 2);
  CHECK(slip.err ==
        "koppel run: no option '--inputt'; did you mean '--input'?; see koppel run --help\n");
  CHECK(RunKoppel({"plugins", "list", "--weather"}).err ==
        "koppel plugins list: no option '--weather'; see koppel plugins list --help\n");
  CHECK(RunKoppel({"check"}).err ==
        "koppel check: PIPELINE is required; see koppel check --help\n");
  CHECK(RunKoppel({"check", "a", "b"}).status == 2);
}

TEST_CASE("without a command the help is shown, and it is no success") {
  const Outcome bare = RunKoppel({});
  CHECK(bare.status == 2);
  CHECK(bare.err == RunKoppel({"--help"}).out);
  CHECK(RunKoppel({"plugins"}).err == RunKoppel({"plugins", "--help"}).out);
}

TEST_CASE("output that can't be written is no success") {
  const int ended = std::system(KOPPEL_BINARY_DIR "/bin/koppel schema >/dev/full 2>/dev/null");
  CHECK(WEXITSTATUS(ended) == 1);
  const int listed =
      std::system(KOPPEL_BINARY_DIR "/bin/koppel plugins list >/dev/full 2>/dev/null");
  CHECK(WEXITSTATUS(listed) == 1);
}

}  // namespace
}  // namespace koppel
