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

TEST_CASE("an option that there is not is named, with the nearest of its command") {
  const Outcome slip = RunKoppel({"run", "a.yaml", "--inputt=b"});
  CHECK(slip.status == 2);
  CHECK(slip.err == "koppel: no option '--inputt'; did you mean '--input'?\n");
  CHECK(RunKoppel({"plugins", "list", "--jsn"}).err ==
        "koppel: no option '--jsn'; did you mean '--json'?\n");
  CHECK(RunKoppel({"check", "a.yaml", "--weather"}).err ==
        "koppel: no option '--weather'; see koppel check --help\n");
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
