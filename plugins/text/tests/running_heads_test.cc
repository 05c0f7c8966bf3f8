#include "layout/running_heads.h"

#include <catch2/catch.hpp>

#include "koppel/testkit/harness.h"
#include "text_builder.h"

namespace koppel::text {
namespace {

// Pages of 20 lines under one head, each with its number.
std::string Pages(std::string_view head, std::size_t pages) {
  const std::vector<std::string> body = Wrap(Prose(pages * 300), 60);
  std::string text;
  for (std::size_t page = 0; page < pages; ++page) {
    text += std::string(head) + "\n";
    for (std::size_t i = 0; i < 20; ++i) text += body[page * 20 + i] + "\n";
    text += std::to_string(page + 1) + "\n\f";
  }
  return text;
}

// The lines of `text` that are told by what `others` show.
std::vector<std::string> Told(const std::string& text, const std::vector<std::string>& others) {
  RunningHeads heads;
  auto learnt = heads.NewModel();
  for (const std::string& other : others) {
    // One model for each document, as if each were read by another thread.
    auto model = heads.NewModel();
    REQUIRE(heads.Observe(*testkit::MakeDocument(other), *model).ok());
    learnt->Merge(*model);
  }
  heads.Freeze(std::move(learnt));
  auto document = testkit::MakeDocument(text);
  testkit::TestContext context("running_heads");
  REQUIRE(heads.Process(*document, context).ok());
  std::vector<std::string> told;
  for (const auto region : document->layer<Region>()) told.emplace_back(region.text());
  return told;
}

constexpr std::string_view kHead = "Kroniek van de wijk, nummer 12";

TEST_CASE("text.running_heads knows a head from two other documents") {
  const std::string one = Pages(kHead, 1), many = Pages(kHead, 3);
  CHECK(Told(one, {many, many}) == std::vector<std::string>{std::string(kHead)});
  CHECK(Told(one, {many}).empty());
}

TEST_CASE("text.running_heads leaves first lines alone that recur over documents but in none") {
  const std::string letter = Pages("Geachte leden van de raad", 1);
  CHECK(Told(letter, {letter, letter, letter}).empty());
}

TEST_CASE("text.running_heads looks at the edges of pages only") {
  const std::string many = Pages(kHead, 3);
  const std::string inside = "Titel\n" + Join(Wrap(Prose(90), 60), "\n") + "\n" +
                             std::string(kHead) + "\n" + Join(Wrap(Prose(90), 60), "\n") + "\n\f";
  CHECK(Told(inside, {many, many}).empty());
  CHECK(Told("", {many, many}).empty());
  CHECK(Told("\f\f", {many, many}).empty());
}

TEST_CASE("text.running_heads does not mark what is marked") {
  RunningHeads heads;
  auto model = heads.NewModel();
  for (int i = 0; i < 2; ++i) {
    REQUIRE(heads.Observe(*testkit::MakeDocument(Pages(kHead, 3)), *model).ok());
  }
  heads.Freeze(std::move(model));
  auto document = testkit::MakeDocument(Pages(kHead, 1));
  document->layer<Region>().Add({0, static_cast<std::uint32_t>(kHead.size())});
  testkit::TestContext context("running_heads");
  REQUIRE(heads.Process(*document, context).ok());
  CHECK(document->layer<Region>().size() == 1);
}

}  // namespace
}  // namespace koppel::text
