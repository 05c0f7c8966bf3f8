#include "input/input_order.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace koppel {
namespace {

using Ids = std::vector<std::string>;

// Of files that were named in this order, after they were put in another.
Ids Ordered(const Ids& named, InputOrder order) {
  std::vector<SourceFile> files;
  for (const std::string& id : named) {
    files.push_back({"in/" + id, id});
    files.back().given = files.size();
  }
  PutInOrder(files, order);
  Ids ids;
  for (const SourceFile& file : files) ids.push_back(file.id);
  return ids;
}

TEST_CASE("by path, the bytes decide") {
  CHECK(Ordered({"page2", "page10", "é", "Z", "a/b"}, InputOrder::kPath) ==
        Ids{"Z", "a/b", "page10", "page2", "é"});
}

TEST_CASE("in natural order, numbers count by their value wherever they stand") {
  CHECK(Ordered({"page10", "page2", "page", "page1b", "page1"}, InputOrder::kNatural) ==
        Ids{"page", "page1", "page1b", "page2", "page10"});
  CHECK(Ordered({"1999-10/2", "1999-9/12", "1999-9/3"}, InputOrder::kNatural) ==
        Ids{"1999-9/3", "1999-9/12", "1999-10/2"});
}

TEST_CASE("numbers have any length, and leading zeros decide only between equals") {
  CHECK(Ordered({"n18446744073709551617", "n18446744073709551616", "n9"}, InputOrder::kNatural) ==
        Ids{"n9", "n18446744073709551616", "n18446744073709551617"});
  CHECK(Ordered({"n2", "n02", "n002b", "n2a", "n1", "n0", "n00"}, InputOrder::kNatural) ==
        Ids{"n0", "n00", "n1", "n02", "n2", "n2a", "n002b"});
}

TEST_CASE("as given, what one name brought stands together by path") {
  std::vector<SourceFile> files;
  for (const auto& [id, given] : {std::pair("z", 1), {"b", 2}, {"a10", 2}, {"a2", 2}, {"c", 0}}) {
    files.push_back({std::string("in/") + id, id});
    files.back().given = static_cast<std::size_t>(given);
  }
  PutInOrder(files, InputOrder::kGiven);
  std::string ids;
  for (const SourceFile& file : files) ids += file.id + " ";
  CHECK(ids == "c z a10 a2 b ");
}

TEST_CASE("natural order is one: of any two one is first, of three the outer ones agree") {
  const Ids ids = {"",   "0",  "00",  "1",    "01",  "1a", "a",
                   "a0", "a1", "a01", "a1-2", "a10", "é1", "/"};
  for (const std::string& a : ids) {
    CHECK_FALSE(NaturallyBefore(a, a));
    for (const std::string& b : ids) {
      CHECK_FALSE((NaturallyBefore(a, b) && NaturallyBefore(b, a)));
      for (const std::string& c : ids) {
        if (NaturallyBefore(a, b) && NaturallyBefore(b, c)) CHECK(NaturallyBefore(a, c));
        if (NaturallyBefore(a, c)) CHECK((NaturallyBefore(a, b) || NaturallyBefore(b, c)));
      }
    }
  }
}

}  // namespace
}  // namespace koppel
