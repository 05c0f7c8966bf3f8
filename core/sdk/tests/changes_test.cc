#include "koppel/changes.h"

#include <catch2/catch.hpp>

#include <functional>
#include <random>
#include <vector>

#include "koppel/codec.h"
#include "koppel/edits.h"
#include "koppel/layers.h"
#include "koppel/utf8.h"
#include "sample_document.h"

namespace koppel {
namespace {

std::string Encoded(const Document& document) {
  std::string bytes;
  REQUIRE(Encode(document, bytes).ok());
  return bytes;
}

// A document with the states that it went through: the changes that were stored for each, and what
// it really was.
class History {
 public:
  void Store() {
    document.Seal();
    changes.emplace_back();
    REQUIRE(EncodeChanges(document, changes.back()).ok());
    document.MarkStored();
    states.push_back(Encoded(document));
  }

  void RequireReplays() const {
    for (std::size_t last = 0; last < states.size(); ++last) {
      CAPTURE(last);
      ChangeReplay replay;
      for (std::size_t i = 0; i <= last; ++i) REQUIRE(replay.Add(changes[i]).ok());
      Document back;
      REQUIRE(replay.Finish({}, back).ok());
      REQUIRE(Encoded(back) == states[last]);
    }
  }

  Document document;
  std::vector<std::string> changes, states;
};

using Change = std::function<void(Document&)>;

void ReplaceAt(Document& document, std::uint32_t at) {
  while (!OnBoundary(document.text(), at)) ++at;
  Edits edits;
  edits.Replace({at, at + DecodeAt(document.text(), at).size}, "é", "accent", 0.5);
  REQUIRE(document.Apply(edits, "edit").ok());
}

// Every way in which a step can change a document.
const std::vector<Change>& AllChanges() {
  static const std::vector<Change> kChanges = {
      [](Document&) {},
      [](Document& d) { d.SetMetadata("title", std::to_string(d.revisions())); },
      [](Document& d) {
        d.layer<Token>().Add({0, 1}).Set(Token::lower, "a");
      },
      [](Document& d) {
        d.layer<Entity>().Add({0, 2}).Set(Entity::name, "Zoë");
      },
      [](Document& d) { ReplaceAt(d, 2); },
      [](Document& d) { d.RemoveLayer("token"); },
      [](Document& d) { d.EnsureLayer(Sentence::kSchema); },
      [](Document& d) {
        for (auto row : d.layer<Token>()) row.Set(Token::lower, "changed");
      },
      [](Document& d) { d.layer<Entity>().RemoveIf([](auto row) { return row.index() == 0; }); },
      [](Document& d) {
        const auto entities = d.layer<Entity>();
        if (entities.empty()) return;
        const std::int32_t all[] = {0, static_cast<std::int32_t>(entities.size()) - 1};
        d.layer<Mention>().Add({1, 2}).Set(Mention::entity, entities[0].ref());
        d.layer<Turn>().Add({0, 2}).Set(Turn::addressees, Refs<Entity>(all));
      },
      [](Document& d) { REQUIRE(d.SetText("a new text for it all").ok()); },
      [](Document& d) {
        Document copy;
        copy.CopyFrom(d);
        d.CopyFrom(copy);
      },
  };
  return kChanges;
}

TEST_CASE("a document's changes lead to each of its states again, whatever the changes were") {
  constexpr int kHistories = 300;
  std::mt19937 random(1);
  for (int n = 0; n < kHistories; ++n) {
    CAPTURE(n);
    History history;
    history.document.set_id("d");
    REQUIRE(history.document.SetText("abcdefghijklmnop").ok());
    history.Store();
    for (std::size_t step = random() % 7; step > 0; --step) {
      for (std::size_t i = random() % 3; i > 0; --i)
        AllChanges()[random() % AllChanges().size()](history.document);
      history.Store();
    }
    history.RequireReplays();
  }
}

TEST_CASE("a step that touches one layer stores that layer and not the text again") {
  History history;
  REQUIRE(history.document.SetText(std::string(100'000, 'x')).ok());
  for (std::uint32_t i = 0; i < 10'000; ++i) history.document.layer<Token>().Add({i, i + 1});
  history.Store();
  history.document.layer<Sentence>().Add({0, 10});
  history.Store();
  history.Store();
  CHECK(history.changes[0].size() > 100'000);
  CHECK(history.changes[1].size() < 60);
  CHECK(history.changes[2].size() < 40);
}

TEST_CASE("work goes on from a replayed state as from the first") {
  History history;
  FillSample(history.document);
  history.Store();
  ChangeReplay replay;
  REQUIRE(replay.Add(history.changes[0]).ok());
  History second;
  REQUIRE(replay.Finish({}, second.document).ok());
  for (Document* document : {&history.document, &second.document}) {
    ReplaceAt(*document, 0);
    document->layer<Token>().Add({0, 2}).Set(Token::lower, "é");
  }
  history.Store();
  second.Store();
  CHECK(second.states.back() == history.states.back());
  CHECK(second.changes.back() == history.changes.back());
}

TEST_CASE("changes that are damaged, out of order or incomplete are bad input") {
  History history;
  FillSample(history.document);
  history.Store();
  ReplaceAt(history.document, 0);
  history.Store();
  Document back;
  CHECK(ChangeReplay().Finish({}, back).kind() == ErrorKind::kBadInput);
  CHECK(ChangeReplay().Add(history.changes[1]).kind() == ErrorKind::kBadInput);
  ChangeReplay twice;
  REQUIRE(twice.Add(history.changes[0]).ok());
  REQUIRE(twice.Add(history.changes[1]).ok());
  const Status again = twice.Add(history.changes[1]);
  if (again.ok()) CHECK(twice.Finish({}, back).kind() == ErrorKind::kBadInput);

  std::mt19937 random(1);
  for (int n = 0; n < 2000; ++n) {
    std::string bytes = history.changes[0];
    bytes[random() % bytes.size()] = static_cast<char>(random());
    ChangeReplay replay;
    if (!replay.Add(bytes).ok()) continue;
    if (replay.Finish({}, back).ok()) continue;
    CHECK(back.text().empty());
  }
}

}  // namespace
}  // namespace koppel
