// Undo, by example and against a slow model on random edits.
#include "koppel/undo.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <set>

#include "koppel/layers.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

// Both texts at once: every byte that ever was, with the texts that it belongs to.
struct Atom {
  char byte;
  bool real;    // in the text at this revision
  bool wanted;  // in the text without the chosen edits
  int group;    // of chosen edits that can only be taken back together; 0: none
};

class Model {
 public:
  explicit Model(std::string_view text) {
    for (const char byte : text) atoms_.push_back({byte, true, true, 0});
  }

  void Advance(std::uint32_t revision, const std::vector<RevisionEdit>& edits,
               const std::vector<bool>& chosen) {
    // First all that stands in the way: which edits are given up depends on the older text only.
    for (std::size_t j = 0; j < edits.size(); ++j)
      if (!chosen[j]) GiveUp(edits[j].before);
    for (std::size_t j = 0; j < edits.size(); ++j)
      Make(edits[j], chosen[j], {revision, static_cast<std::uint32_t>(j)});
  }

  std::string Wanted() const {
    std::string text;
    for (const Atom& atom : atoms_)
      if (atom.wanted) text += atom.byte;
    return text;
  }
  const std::vector<EditRef>& overlapped() const { return overlapped_; }

 private:
  // Before the real byte `index` and what its group has in front of it, or behind everything.
  std::size_t Place(std::uint32_t index) const {
    std::size_t at = 0;
    while (at < atoms_.size() && !(atoms_[at].real && index-- == 0)) ++at;
    const int group = at < atoms_.size() ? atoms_[at].group : 0;
    while (group != 0 && at > 0 && !atoms_[at - 1].real && atoms_[at - 1].group == group) --at;
    return at;
  }

  // Groups with something inside the span, or around it if it is empty.
  std::set<int> Groups(Span span) const {
    std::set<int> groups, left;
    const std::size_t begin = Place(span.begin);
    std::size_t end = begin;
    for (std::uint32_t left_over = span.size(); left_over > 0; ++end) left_over -= atoms_[end].real;
    for (std::size_t at = begin; at < end; ++at) groups.insert(atoms_[at].group);
    if (span.empty()) {
      for (std::size_t at = 0; at < begin; ++at) left.insert(atoms_[at].group);
      for (std::size_t at = begin; at < atoms_.size(); ++at)
        if (left.count(atoms_[at].group)) groups.insert(atoms_[at].group);
    }
    groups.erase(0);
    return groups;
  }

  void GiveUp(Span span) {
    for (const int group : Groups(span)) {
      for (Atom& atom : atoms_) {
        if (atom.group != group) continue;
        atom.wanted = atom.real;
        atom.group = 0;
      }
      for (const EditRef edit : members_[group]) overlapped_.push_back(edit);
    }
  }

  void Make(const RevisionEdit& edit, bool chosen, EditRef ref) {
    // The edits before this one have been made.
    const Span now{edit.after.begin, edit.after.begin + edit.before.size()};
    int group = 0;
    if (chosen) {
      group = static_cast<int>(members_.size());
      members_.push_back({ref});
      for (const int other : Groups(now)) Join(other, group);
    }
    const std::size_t begin = Place(now.begin);
    std::uint32_t left = edit.before.size();
    for (std::size_t at = begin; left > 0; ++at) {
      if (!atoms_[at].real) continue;
      atoms_[at].real = false;
      if (chosen) {
        atoms_[at].group = group;
      } else {
        atoms_[at].wanted = false;
      }
      --left;
    }
    std::vector<Atom> added;
    for (const char byte : edit.inserted) added.push_back({byte, true, !chosen, group});
    // Marks the place of a chosen edit that puts in and takes out nothing.
    if (chosen) added.push_back({0, false, false, group});
    atoms_.insert(atoms_.begin() + static_cast<std::ptrdiff_t>(begin), added.begin(), added.end());
  }

  void Join(int from, int into) {
    for (Atom& atom : atoms_)
      if (atom.group == from) atom.group = into;
    members_[into].insert(members_[into].end(), members_[from].begin(), members_[from].end());
  }

  std::vector<Atom> atoms_;
  std::vector<std::vector<EditRef>> members_ = {{}};
  std::vector<EditRef> overlapped_;
};

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}
  std::uint32_t Below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_() % limit); }
  std::string Text(std::uint32_t most) {
    static constexpr std::string_view kCharacters[] = {"a", "b", "c", " ", "\n", "é", "€", "😀"};
    std::string text;
    for (std::uint32_t n = Below(most + 1); n > 0; --n)
      text += kCharacters[Below(std::size(kCharacters))];
    return text;
  }

 private:
  std::mt19937 engine_;
};

// Short edits, many of which touch, among them insertions and some that change nothing.
void ReviseAtRandom(Random& random, Document& document) {
  static constexpr std::string_view kRules[] = {"one", "two", "three"};
  const std::string text(document.text());
  Edits edits;
  for (std::uint32_t at = 0;;) {
    for (std::uint32_t gap = random.Below(7); gap > 0 && at < text.size(); --gap)
      at += DecodeAt(text, at).size;
    std::uint32_t end = at;
    for (std::uint32_t n = random.Below(4); n > 0 && end < text.size(); --n)
      end += DecodeAt(text, end).size;
    edits.Replace({at, end}, random.Text(3), kRules[random.Below(3)]);
    if (end == text.size()) break;
    at = end;
  }
  REQUIRE(document.Apply(edits, "step").ok());
}

void FillAtRandom(Random& random, Document& document) {
  REQUIRE(document.SetText(random.Text(40)).ok());
  for (std::uint32_t n = random.Below(6); n > 0; --n) ReviseAtRandom(random, document);
}

EditChoice Rule(std::string_view rule) {
  return [rule](std::uint32_t, const RevisionEdit& edit) { return edit.rule == rule; };
}

TEST_CASE("edits are taken back as a model that knows every byte takes them back") {
  std::size_t overlapped = 0, taken_along = 0;
  for (std::uint32_t seed = 1; seed <= 4000; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Document document;
    FillAtRandom(random, document);
    const UndoResult undone = Undo(document, Rule("one"));
    // What follows is taken back as if it had been chosen.
    const std::set<EditRef> followed(undone.followed.begin(), undone.followed.end());
    Model model(document.TextAt(0));
    for (std::uint32_t r = 0; r < document.revisions(); ++r) {
      const auto edits = document.RevisionEdits(r);
      std::vector<bool> chosen(edits.size());
      for (std::uint32_t j = 0; j < edits.size(); ++j)
        chosen[j] = edits[j].rule == "one" || followed.count({r, j}) > 0;
      model.Advance(r, edits, chosen);
    }
    REQUIRE(undone.text == model.Wanted());
    std::vector<EditRef> given_up = model.overlapped();
    std::sort(given_up.begin(), given_up.end());
    REQUIRE(undone.overlapped == given_up);
    REQUIRE(FindInvalidUtf8(undone.text) == std::string::npos);
    overlapped += given_up.size();
    taken_along += followed.size();
  }
  CHECK(taken_along > 100);
  CHECK(overlapped > 1000);  // the sequences do try what can't be taken back alone
}

TEST_CASE("all edits taken back give the text as read, none give the latest") {
  for (std::uint32_t seed = 1; seed <= 500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Document document;
    FillAtRandom(random, document);
    const UndoResult all = Undo(document, [](std::uint32_t, const RevisionEdit&) { return true; });
    REQUIRE(all.text == document.TextAt(0));
    REQUIRE(all.overlapped.empty());
    const UndoResult none = Undo(document, Rule("no such"));
    REQUIRE(none.text == document.text());
    REQUIRE(none.restored.empty());
  }
}

TEST_CASE("the newest revisions taken back give the text before them") {
  for (std::uint32_t seed = 1; seed <= 500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Document document;
    FillAtRandom(random, document);
    for (std::uint32_t first = 0; first <= document.revisions(); ++first) {
      const UndoResult undone =
          Undo(document, [first](std::uint32_t r, const RevisionEdit&) { return r >= first; });
      REQUIRE(undone.text == document.TextAt(first));
    }
  }
}

TEST_CASE("a rule of the last revision taken back is a revision made without it") {
  for (std::uint32_t seed = 1; seed <= 500; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Document document, without;
    FillAtRandom(random, document);
    if (document.revisions() == 0) continue;
    const std::uint32_t last = document.revisions() - 1;
    REQUIRE(without.SetText(document.TextAt(last)).ok());
    Edits others;
    for (const RevisionEdit& edit : document.RevisionEdits(last)) {
      if (edit.rule != "two") others.Replace(edit.before, edit.inserted, edit.rule);
    }
    REQUIRE(without.Apply(others, "step").ok());
    const UndoResult undone = Undo(document, [last](std::uint32_t r, const RevisionEdit& edit) {
      return r == last && edit.rule == "two";
    });
    REQUIRE(undone.text == without.text());
    REQUIRE(undone.overlapped.empty());
  }
}

// organi-⏎satie, joined, and the lines then made into a paragraph.
void JoinWordAndLines(Document& document) {
  REQUIRE(document.SetText("De organi-\nsatie is\nklein.\n").ok());
  Edits words;
  words.Delete({9, 11}, "corpus_joined");
  REQUIRE(document.Apply(words, "words").ok());
  Edits lines;
  lines.Replace({17, 18}, " ", "join");
  lines.Delete({24, 25}, "edge");
  REQUIRE(document.Apply(lines, "lines").ok());
  document.layer<Paragraph>().Add({0, static_cast<std::uint32_t>(document.text().size())});
  document.Seal();
  REQUIRE(document.text() == "De organisatie is klein.");
}

std::string Readable(const Document& document, const EditChoice& chosen) {
  return ReadableText(document, Undo(document, chosen), chosen);
}

TEST_CASE("a line end that comes back in a paragraph is the space that it would have become") {
  Document document;
  JoinWordAndLines(document);
  CHECK(Undo(document, Rule("corpus_joined")).text == "De organi-\nsatie is klein.");
  CHECK(Readable(document, Rule("corpus_joined")) == "De organi- satie is klein.");
}

TEST_CASE("where the lines are taken apart again, line ends stay line ends") {
  Document document;
  JoinWordAndLines(document);
  CHECK(Readable(document, Rule("join")) == "De organisatie is\nklein.");
  CHECK(Readable(document, [](std::uint32_t, const RevisionEdit&) { return true; }) ==
        document.TextAt(0));
}

TEST_CASE("of an edit that a later one covers it is said that it stands") {
  Document document;
  REQUIRE(document.SetText("ab-\ncd ef").ok());
  Edits join;
  join.Delete({2, 4}, "join");
  REQUIRE(document.Apply(join, "one").ok());
  Edits cut;
  cut.Delete({1, 3}, "cut");
  REQUIRE(document.Apply(cut, "two").ok());
  const UndoResult undone = Undo(document, Rule("join"));
  CHECK(undone.text == "ad ef");
  CHECK(undone.overlapped == std::vector<EditRef>{{0, 0}});
}

TEST_CASE("a million edits are taken back in linear time") {
  std::string text;
  for (int i = 0; i < 1'000'000; ++i) text += "woord-\ndeel van een lange regel met nog meer ";
  Document document;
  REQUIRE(document.SetText(text).ok());
  for (const std::string_view rule : {"first", "second"}) {
    Edits edits;
    const std::string now(document.text());
    const std::string_view sought = rule == "first" ? "-\n" : "nog";
    for (std::size_t at = now.find(sought); at != std::string::npos; at = now.find(sought, at + 1))
      edits.Delete({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + sought.size())},
                   rule);
    REQUIRE(edits.size() == 1'000'000);
    REQUIRE(document.Apply(edits, rule).ok());
  }
  const UndoResult undone = Undo(document, Rule("first"));
  CHECK(undone.restored.size() == 1'000'000);
  CHECK(undone.text.size() == document.text().size() + 2'000'000);
}

}  // namespace
}  // namespace koppel
