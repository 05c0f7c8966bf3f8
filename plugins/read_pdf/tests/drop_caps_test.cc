#include "drop_caps.h"

#include <catch2/catch.hpp>

#include "koppel/testkit/harness.h"
#include "make_pdf.h"
#include "read_pdf.h"

namespace koppel::read_pdf {
namespace {

using testing::Text;

// Two lines beside what stands at the left, and two below.
std::string TextBeside(std::vector<Text> texts) {
  texts.push_back({72, 320, "e buurt krijgt vandaag eindelijk"});
  texts.push_back({72, 308, "een nieuw gebouw waar ieder kind"});
  texts.push_back({50, 296, "na schooltijd spelen en leren kan"});
  texts.push_back({50, 284, "zonder dat ouders daarvoor betalen."});
  Document document;
  testkit::TestContext context;
  Item item;
  item.bytes = testing::MakePdf(texts);
  REQUIRE(ReadPdf({}).Parse(item, document, context).ok());
  return std::string(document.text());
}

TEST_CASE("a large first letter is a line of its own before the line of its word") {
  const std::string text = TextBeside({{50, 308, "D", 28}});
  CHECK(text.starts_with("D\ne buurt krijgt vandaag eindelijk\neen nieuw gebouw"));
  CHECK(TextBeside({{50, 340, "Boven", 10}, {50, 308, "D", 28}}).find("Boven\n") == 0);
}

TEST_CASE("a small letter, a number and a letter with one line beside it are no drop caps") {
  CHECK(TextBeside({{50, 320, "D", 12}}).find("D\ne") == std::string::npos);
  const auto caps = [](std::vector<Text> texts) {
    const std::string pdf = testing::MakePdf(texts);
    return FindDropCaps(*(*PdfFile::Open(pdf))->ReadPage(0)).size();
  };
  const std::vector<Text> beside = {{72, 320, "e buurt krijgt vandaag"},
                                    {72, 308, "een nieuw gebouw"}};
  const auto with = [&](const Text& text, std::size_t lines) {
    std::vector<Text> texts(beside.begin(), beside.begin() + static_cast<std::ptrdiff_t>(lines));
    texts.push_back(text);
    return caps(texts);
  };
  CHECK(with({50, 308, "D", 28}, 2) == 1);
  CHECK(with({50, 308, "3", 28}, 2) == 0);
  CHECK(with({50, 308, "D", 28}, 1) == 0);
  CHECK(with({10, 308, "D", 28}, 2) == 0);  // far from the text
}

TEST_CASE("a page of large letters has no drop caps") {
  std::vector<Text> texts;
  for (int i = 0; i < 20; ++i) {
    const double y = 380.0 - 18 * i;
    texts.push_back({50, y, "D", 28});
    texts.push_back({72, y + 12, "e buurt krijgt vandaag eindelijk een nieuw gebouw"});
    texts.push_back({72, y + 3, "waar ieder kind na schooltijd spelen kan"});
  }
  const std::string pdf = testing::MakePdf(texts);
  CHECK(FindDropCaps(*(*PdfFile::Open(pdf))->ReadPage(0)).empty());
}

}  // namespace
}  // namespace koppel::read_pdf
