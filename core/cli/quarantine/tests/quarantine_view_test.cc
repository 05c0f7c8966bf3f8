#include "quarantine_view.h"

#include <catch2/catch.hpp>

#include <fstream>

#include "koppel/io.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

struct Aside {
  fs::path out = fs::temp_directory_path() / "koppel-quarantine-view-test";

  Aside() {
    fs::remove_all(out);
    fs::create_directories(out / "quarantine");
  }
  ~Aside() { fs::remove_all(out); }

  QuarantineEntry Entry(const std::string& id, const std::string& reason,
                        const std::string& bytes) const {
    const fs::path file = out / "quarantine" / id;
    std::ofstream(file) << bytes;
    return {id, "in/" + id, "read.text", "bad_input", reason, file, Hex(Sha256(bytes))};
  }
};

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("a list groups reasons that differ by numbers only, and says what to do next") {
  const Aside aside;
  const std::string text =
      QuarantineTable({aside.Entry("a", "not UTF-8 at byte 7", "x"), aside.Entry("b", "empty", "y"),
                       aside.Entry("c", "not UTF-8 at byte 99", "z")},
                      aside.out);
  CHECK(text.starts_with("3 put aside\n"));
  CHECK(Has(text, "     2  read.text: bad_input: not UTF-8 at byte 7\n"));
  CHECK(Has(text, "     1  read.text: bad_input: empty\n"));
  CHECK(Has(text, "as read   read.text             c\n"));
  CHECK(Has(text, "koppel quarantine replay " + aside.out.string()));
  CHECK(Has(QuarantineTable({}, aside.out), "nothing was put aside"));
}

TEST_CASE("a file that was changed since is told, in every view") {
  const Aside aside;
  const QuarantineEntry entry = aside.Entry("a", "empty", "");
  CHECK_FALSE(entry.Mended());
  std::ofstream(entry.file) << "mended";
  CHECK(entry.Mended());
  CHECK(Has(QuarantineTable({entry}, aside.out), "mended    read.text"));
  CHECK(Has(QuarantineDetails(entry, aside.out), "6, changed since they were put aside"));
  CHECK(Has(QuarantineJson({entry}), "\"mended\":true"));
}

TEST_CASE("bytes are shown as text where they are text, and as numbers where they are not") {
  const Aside aside;
  CHECK(Has(QuarantineDetails(aside.Entry("a", "r", "één\x1b[2J"), aside.out), "één�[2J\n"));
  CHECK(Has(QuarantineDetails(aside.Entry("b", "r",
                                          "\xFF\xFE"
                                          "ab"),
                              aside.out),
            "000000  ff fe 61 62"));
  std::string words;
  while (words.size() < 2000) words += "é ";
  CHECK(Has(QuarantineDetails(aside.Entry("c", "r", words), aside.out), "é é"));
}

}  // namespace
}  // namespace koppel
