#include "reading_order.h"

#include <catch2/catch.hpp>

#include <ctime>
#include <string>

namespace koppel::read_pdf {
namespace {

// A page of 10-point words, each character 5 points wide.
class Sheet {
 public:
  // Words separated by blanks, from `x` at height `y`; `space` between them.
  Sheet& Put(double x, double y, const std::string& words, double space = 3, double height = 10) {
    std::size_t begin = 0;
    while (begin < words.size()) {
      const std::size_t end = std::min(words.find(' ', begin), words.size());
      names_.push_back(words.substr(begin, end - begin));
      const double width = 5.0 * static_cast<double>(end - begin);
      boxes_.push_back({x, y, x + width, y + height});
      x += width + space;
      begin = end + 1;
    }
    return *this;
  }
  // Lines joined by '/', a blank line as '|'.
  std::string Read() const {
    std::string out;
    for (const Line& line : ReadingOrder(boxes_)) {
      if (!out.empty()) out += line.white_before ? " | " : " / ";
      for (std::size_t i = 0; i < line.words.size(); ++i)
        out += (i ? " " : "") + names_[line.words[i]];
    }
    return out;
  }

 private:
  std::vector<std::string> names_;
  std::vector<Rect> boxes_;
};

TEST_CASE("lines are read from top to bottom, words from left to right") {
  CHECK(Sheet().Put(10, 30, "drie vier").Put(10, 10, "een twee").Read() == "een twee / drie vier");
  CHECK(ReadingOrder({}).empty());
}

Sheet Columns() {
  Sheet sheet;
  sheet.Put(10, 100, "een twee drie").Put(10, 112, "vier vijf zes").Put(10, 124, "zeven acht en");
  sheet.Put(110, 104, "a b c").Put(110, 116, "d e f").Put(110, 128, "g h i");
  return sheet;
}

TEST_CASE("columns are read one after the other, also where their lines differ in height") {
  CHECK(Columns().Read() ==
        "een twee drie / vier vijf zes / zeven acht en / a b c / d e f / g h i");
}

TEST_CASE("a running head and a folio are one line each, above and below the columns") {
  CHECK(
      Columns().Put(10, 60, "Blad").Put(110, 60, "Jaargang").Put(90, 170, "12").Read() ==
      "Blad Jaargang | een twee drie / vier vijf zes / zeven acht en / a b c / d e f / g h i | 12");
}

TEST_CASE("a heading across the columns ends them") {
  Sheet sheet = Columns();
  sheet.Put(10, 142, "een kop over de volle breedte");
  sheet.Put(10, 156, "nu weer smal").Put(10, 168, "en nog meer").Put(10, 180, "dit was het");
  sheet.Put(110, 156, "p q r").Put(110, 168, "s t u").Put(110, 180, "v w x");
  CHECK(sheet.Read() ==
        "een twee drie / vier vijf zes / zeven acht en / a b c / d e f / g h i / een kop over de "
        "volle breedte / "
        "nu weer smal / en nog meer / dit was het / p q r / s t u / v w x");
}

TEST_CASE("three columns") {
  Sheet sheet = Columns();
  sheet.Put(160, 100, "A B C").Put(160, 112, "D E F").Put(160, 124, "G H I");
  CHECK(sheet.Read() ==
        "een twee drie / vier vijf zes / zeven acht en / a b c / d e f / g h i / A B C / D E F / G "
        "H I");
}

TEST_CASE("tables of single words and numbered lists stay rows") {
  Sheet table;
  table.Put(10, 10, "Naam").Put(100, 10, "Aantal").Put(10, 22, "Jan").Put(100, 22, "3");
  table.Put(10, 34, "Piet").Put(100, 34, "4").Put(10, 46, "Som").Put(100, 46, "7");
  CHECK(table.Read() == "Naam Aantal / Jan 3 / Piet 4 / Som 7");
  Sheet list;
  list.Put(10, 10, "1.").Put(30, 10, "een punt dat").Put(30, 22, "verder gaat hier");
  list.Put(10, 34, "2.")
      .Put(30, 34, "nog een punt")
      .Put(10, 46, "3.")
      .Put(30, 46, "het laatste punt");
  CHECK(list.Read() ==
        "1. een punt dat / verder gaat hier / 2. nog een punt / 3. het laatste punt");
}

TEST_CASE("stretched lines stay whole") {
  Sheet sheet;
  sheet.Put(10, 10, "wijd uit elkaar gezet", 12).Put(10, 22, "gewoon gezet zoals het hoort");
  sheet.Put(10, 34, "en weer wijd gezet", 15).Put(10, 46, "nog een gewone regel erbij");
  CHECK(sheet.Read() ==
        "wijd uit elkaar gezet / gewoon gezet zoals het hoort / en weer wijd gezet / nog een "
        "gewone regel erbij");
}

TEST_CASE("raised characters stand on their line") {
  CHECK(Sheet()
            .Put(10, 10, "noot")
            .Put(30, 8, "1", 3, 6)
            .Put(38, 10, "hier")
            .Put(10, 22, "volgende")
            .Read() == "noot 1 hier / volgende");
}

TEST_CASE("clearly more white than usual is marked") {
  Sheet sheet;
  sheet.Put(10, 10, "een")
      .Put(10, 22, "twee")
      .Put(10, 34, "drie")
      .Put(10, 54, "vier")
      .Put(10, 66, "vijf");
  CHECK(sheet.Read() == "een / twee / drie | vier / vijf");
}

TEST_CASE("hostile pages take no more than seconds") {
  std::vector<Rect> same(50000, Rect{10, 10, 20, 20});
  std::vector<Rect> scattered;
  for (unsigned i = 0, x = 1; i < 50000; ++i) {
    x = x * 1103515245 + 12345;
    const double left = (x >> 8) % 5000;
    const double top = (x >> 20) % 4000;
    scattered.push_back({left, top, left + 8, top + 5});
  }
  const std::vector<Rect> odd = {
      {-1e30, -1e30, 1e30, 1e30}, {5, 5, 5, 5}, {9, 9, 1, 1}, {1e300, 0, 1e301, 1}};
  const std::clock_t start = std::clock();
  for (const auto& words : {same, scattered, odd}) {
    std::size_t count = 0;
    for (const Line& line : ReadingOrder(words)) count += line.words.size();
    CHECK(count == words.size());
  }
  CHECK(std::clock() - start < 20 * CLOCKS_PER_SEC);
}

}  // namespace
}  // namespace koppel::read_pdf
