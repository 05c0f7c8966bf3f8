#include "progress_line.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

void Set(Progress& progress, int pass, std::uint64_t bytes) {
  progress.passes = 3;
  progress.pass = pass;
  progress.total_bytes = 40'000'000;
  progress.bytes = bytes;
  progress.documents = 12;
}

TEST_CASE("time left is told of the pass at hand, since passes cost different times") {
  Progress progress;
  Set(progress, 2, 10'000'000);
  CHECK(ProgressLine(progress, 5, 200) ==
        "█████░░░░░░░░░░░░░░░  pass 2/3  12 documents  15 s left in this pass  2.0 MB/s");
  Set(progress, 3, 10'000'000);
  progress.quarantined = 2;
  CHECK(ProgressLine(progress, 300, 200) ==
        "█████░░░░░░░░░░░░░░░  pass 3/3  12 documents  2 quarantined  15:00 left  0.0 MB/s");
}

TEST_CASE("a line keeps to the width of the terminal, and drops what matters least") {
  Progress progress;
  Set(progress, 3, 20'000'000);
  CHECK(ProgressLine(progress, 5, 44) == "pass 3/3  12 documents  5 s left  4.0 MB/s");
  CHECK(ProgressLine(progress, 5, 40) == "pass 3/3  12 documents  5 s left");
  CHECK(ProgressLine(progress, 5, 10) == "pass 3/3");
  CHECK(ProgressLine(progress, 5, 3).empty());
}

TEST_CASE("nothing is said of the time before there is anything to go by") {
  Progress progress;
  Set(progress, 1, 0);
  CHECK(ProgressLine(progress, 0, 50) == "pass 1/3  12 documents  0.0 MB/s");
}

}  // namespace
}  // namespace koppel
