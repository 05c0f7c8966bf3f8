#include "read_pdf.h"

#include <catch2/catch.hpp>

#include <sstream>
#include <thread>

#include "koppel/io.h"
#include "koppel/layers.h"
#include "koppel/testkit/harness.h"
#include "make_pdf.h"

// For the leak sanitizer: fontconfig keeps some of what it read of the system's fonts.
extern "C" const char* __lsan_default_suppressions();  // NOLINT: its name is given
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }  // NOLINT

namespace koppel::read_pdf {
namespace {

namespace fs = std::filesystem;
using testing::MakePdf;

Status Read(std::string bytes, Document& document, std::vector<std::string>* warnings = nullptr) {
  testkit::TestContext context;
  Item item;
  item.bytes = std::move(bytes);
  Status status = ReadPdf({}).Parse(item, document, context);
  if (warnings) *warnings = context.warnings;
  return status;
}

std::string Refusal(std::string bytes) {
  Document document;
  const Status status = Read(std::move(bytes), document);
  REQUIRE_FALSE(status.ok());
  CHECK(status.kind() == ErrorKind::kBadInput);
  return status.message();
}

std::string Sample(std::string_view name) {
  return *ReadFile(fs::path(KOPPEL_SOURCE_DIR) / "pipelines" / "sample" / name);
}

std::string Fixture(std::string_view name) {
  return *ReadFile(fs::path(KOPPEL_PLUGIN_DIR) / "tests" / "fixtures" / name);
}

std::vector<std::string> Words(std::string_view text) {
  std::istringstream stream{std::string(text)};
  return {std::istream_iterator<std::string>(stream), {}};
}

TEST_CASE("read.pdf gives text, metadata, pages and boxes") {
  Document document;
  REQUIRE(Read(MakePdf({{50, 300, "Een kop-"}, {50, 286, "pelteken."}}), document).ok());
  CHECK(document.text() == "Een kop-\npelteken.\n");
  CHECK(document.metadata("title") == "Een titel");
  CHECK(document.metadata("author") == "Een schrijfster");
  CHECK(document.metadata("pages") == "1");
  CHECK(document.source().media_type == "application/pdf");
  CHECK(document.source().content == SourceContent::kExtraction);

  const auto pages = document.layer<Page>();
  REQUIRE(pages.size() == 1);
  CHECK(pages[0].span() == Span{0, 19});
  CHECK(pages[0][Page::number] == 1);
  CHECK(pages[0][Page::width] == Approx(400));
  const auto boxes = document.layer<Box>();
  REQUIRE(boxes.size() == 3);
  CHECK(boxes[1].text() == "kop-");
  CHECK(boxes[1][Box::page] == pages[0].ref());
  CHECK(boxes[0][Box::left] == Approx(50));
  CHECK(boxes[0][Box::bottom] == Approx(100).margin(4));  // baseline 300 from the bottom of 400
  CHECK(boxes[0][Box::font_size] == Approx(10));
  CHECK(boxes[0][Box::font] == "Helvetica");
}

TEST_CASE(
    "two justified columns are read in order, hyphens as printed, a form feed between pages") {
  Document document;
  REQUIRE(Read(Sample("column.pdf"), document).ok());
  const std::string_view text = document.text();
  CHECK(
      text.starts_with("Nabij Overname van een buurthuis\n\nHet buurthuis dat niet dicht mocht\n"));
  CHECK(text.find("die die week bij de eetclub, de huiswerk-\nbegeleiding en het") != text.npos);
  CHECK(text.find("krijgt een co-\noperatie zonder onderpand") != text.npos);
  CHECK(std::count(text.begin(), text.end(), '\f') == 2);
  CHECK(document.layer<Page>().size() == 3);
}

TEST_CASE("boxes cover all of the text but its white space") {
  Document document;
  REQUIRE(Read(Sample("report.pdf"), document).ok());
  std::uint32_t end = 0;
  for (const auto box : document.layer<Box>()) {
    const std::string_view between = Span{end, box.span().begin}.In(document.text());
    CHECK(between.find_first_not_of(" \n\f") == std::string_view::npos);
    CHECK(box.text().find_first_of(" \n\f") == std::string_view::npos);
    CHECK(box[Box::right] > box[Box::left]);
    end = box.span().end;
  }
  CHECK(document.text().substr(end) == "\n");
}

TEST_CASE("a PDF that needs a password is refused; one that anybody may open is read") {
  CHECK(Refusal(Fixture("password.pdf")).find("needs a password") != std::string::npos);
  Document document;
  REQUIRE(Read(Fixture("owner_password.pdf"), document).ok());
  CHECK(document.text() == "Achter slot en grendel.\n");
}

TEST_CASE("a PDF without text is refused with advice") {
  CHECK(Refusal(MakePdf({})) == "PDF without text on its 1 pages: scanned? Read it with OCR first");
}

TEST_CASE("what is no PDF is refused") {
  CHECK(Refusal("").find("not a PDF") != std::string::npos);
  CHECK(Refusal("gewone tekst").find("not a PDF") != std::string::npos);
  CHECK(Refusal("%PDF-1.4\nrommel\n%%EOF\n").find("not a readable PDF") != std::string::npos);
}

TEST_CASE("a truncated PDF is refused wherever it was cut") {
  const std::string whole = Sample("column.pdf");
  for (std::size_t part = 1; part < 40; ++part) {
    INFO(part);
    CHECK(Refusal(whole.substr(0, whole.size() * part / 40)).find("truncated PDF") !=
          std::string::npos);
  }
}

TEST_CASE("damage inside a PDF is never silent") {
  const std::string whole = Sample("column.pdf");
  Document sound;
  REQUIRE(Read(whole, sound).ok());
  for (std::size_t part = 1; part < 40; ++part) {
    INFO(part);
    std::string damaged = whole;
    damaged.replace(whole.size() * part / 40, 40, std::string(40, '\x5A'));
    Document document;
    std::vector<std::string> warnings;
    const Status status = Read(damaged, document, &warnings);
    // Damage to what is no text, a font's outlines, changes nothing.
    CHECK((!status.ok() || !warnings.empty() || document.text() == sound.text()));
  }
}

TEST_CASE("threads read the same text") {
  const std::string bytes = Sample("column.pdf");
  Document expected;
  REQUIRE(Read(bytes, expected).ok());
  std::vector<int> equal(4);
  std::vector<std::thread> threads;
  for (int& count : equal) {
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) {
        Document document;
        count += Read(bytes, document).ok() && document.text() == expected.text();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(equal == std::vector<int>(4, 5));
}

TEST_CASE("the evaluation pages are read in the order in which they were set") {
  const fs::path kit = fs::path(KOPPEL_SHARED_DIR) / "eval" / "hyphenation";
  if (!fs::exists(kit / "pdf")) return;
  for (const std::string layout : {"L1", "L2"}) {
    for (const auto& file : fs::directory_iterator(kit / "pdf" / layout)) {
      INFO(file.path());
      Document document;
      REQUIRE(Read(*ReadFile(file.path()), document).ok());
      const std::string name = file.path().stem().string() + ".txt";
      CHECK(Words(document.text()) ==
            Words(*ReadFile(kit / "extracted" / (layout + ".raw") / name)));
    }
  }
}

}  // namespace
}  // namespace koppel::read_pdf
