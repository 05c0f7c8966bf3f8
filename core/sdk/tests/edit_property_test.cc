// Random edit sequences, held against the byte-by-byte model of provenance.h.
#include <catch2/catch.hpp>

#include <map>
#include <random>

#include "koppel/document.h"
#include "koppel/layers.h"
#include "koppel/utf8.h"
#include "provenance.h"

namespace koppel {
namespace {

constexpr int kSequences = 300;
constexpr int kSpans = 40;

class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  std::uint32_t Below(std::uint32_t limit) { return static_cast<std::uint32_t>(engine_() % limit); }
  bool OneIn(std::uint32_t n) { return Below(n) == 0; }

  std::string Text(std::uint32_t most) {
    static constexpr std::string_view kCharacters[] = {"a", "b", " ", "\n",
                                                       "é", "€", "😀", "e\xCC\x81"};
    std::string text;
    for (std::uint32_t n = Below(most + 1); n > 0; --n)
      text += kCharacters[Below(std::size(kCharacters))];
    return text;
  }

  std::uint32_t Position(std::string_view text) {
    std::uint32_t at = Below(static_cast<std::uint32_t>(text.size()) + 1);
    while (!OnBoundary(text, at)) --at;
    return at;
  }

  Span SpanIn(std::string_view text) {
    const std::uint32_t a = Position(text), b = Position(text);
    return {std::min(a, b), std::max(a, b)};
  }

 private:
  std::mt19937 engine_;
};

// Short edits in ascending order, so that many touch each other; sometimes one that replaces all.
void AddEdits(Random& random, std::string_view text, Edits& edits) {
  if (random.OneIn(12))
    return edits.Replace({0, static_cast<std::uint32_t>(text.size())}, random.Text(10), "all");
  for (std::uint32_t at = 0;;) {
    for (std::uint32_t gap = random.Below(6); gap > 0 && at < text.size(); --gap)
      at += DecodeAt(text, at).size;
    std::uint32_t end = at;
    for (std::uint32_t n = random.Below(4); n > 0 && end < text.size(); --n)
      end += DecodeAt(text, end).size;
    const std::string inserted = random.Text(3);
    edits.Replace({at, end}, inserted, random.OneIn(2) ? "one" : "two", 0.5);
    if (end == text.size()) return;
    at = end;
  }
}

Alignment AlignmentOf(const Edits& sorted) {
  Alignment alignment;
  for (const Edits::Edit& edit : sorted.edits())
    alignment.Replace(edit.span.begin, edit.span.size(), edit.text_size);
  return alignment;
}

// A document under random edits, with everything that the model knows about it.
class Sequence {
 public:
  explicit Sequence(std::uint32_t seed) : random_(seed) {
    const std::string source = random_.Text(60);
    TextBuilder builder(source);
    while (builder.position() < source.size()) {
      const std::uint32_t size = DecodeAt(source, builder.position()).size;
      if (random_.OneIn(5)) builder.Insert(random_.Text(2));
      if (random_.OneIn(5)) {
        builder.Replace(size, random_.Text(2));
      } else {
        builder.Copy(size);
      }
    }
    const Alignment alignment = builder.alignment();
    steps_.emplace_back(alignment, static_cast<std::uint32_t>(source.size()));
    texts_.push_back(builder.text());
    REQUIRE(document_.SetText(builder.TakeText(), alignment).ok());
    Annotate();
  }

  void Edit() {
    Edits edits;
    AddEdits(random_, document_.text(), edits);
    if (edits.empty()) return;
    const std::string before(document_.text());
    REQUIRE(document_.Apply(edits, "step").ok());
    document_.Seal();
    steps_.emplace_back(AlignmentOf(edits), static_cast<std::uint32_t>(before.size()));
    texts_.emplace_back(document_.text());
    for (auto& [name, span] : entities_) span = steps_.back().Forward(span);
  }

  Span Model(Span span, std::uint32_t from, std::uint32_t to) const {
    for (; from < to; ++from) span = steps_[from + 1].Forward(span);
    for (; from > to; --from) span = steps_[from].Backward(span);
    return span;
  }
  Span ModelSource(Span span, std::uint32_t revision) const {
    return steps_[0].Backward(Model(span, revision, 0));
  }

  Document& document() { return document_; }
  Random& random() { return random_; }
  const std::vector<std::string>& texts() const { return texts_; }
  const Provenance& step(std::uint32_t revision) const { return steps_[revision + 1]; }
  const std::map<std::string, Span>& entities() const { return entities_; }

 private:
  // Entities with names of their own, and mentions that refer to them.
  void Annotate() {
    for (int i = 0; i < 12; ++i) {
      const std::string name = "entity " + std::to_string(i);
      entities_[name] = random_.SpanIn(document_.text());
      auto entity = document_.layer<Entity>().Add(entities_[name]).Set(Entity::name, name);
      document_.layer<Mention>().Add(entity.span()).Set(Mention::entity, entity.ref());
      const std::int32_t both[] = {static_cast<std::int32_t>(entity.index()), 0};
      document_.layer<Turn>().Add(entity.span()).Set(Turn::addressees, Refs<Entity>(both));
    }
    document_.Seal();
  }

  Random random_;
  Document document_;
  std::vector<Provenance> steps_;  // from the source, then one for each revision
  std::vector<std::string> texts_;
  std::map<std::string, Span> entities_;
};

template <class Check>
void ForRandomSequences(Check check) {
  for (std::uint32_t seed = 1; seed <= kSequences; ++seed) {
    CAPTURE(seed);
    Sequence sequence(seed);
    for (std::uint32_t n = sequence.random().Below(5); n > 0; --n) sequence.Edit();
    check(sequence);
  }
}

std::pair<std::uint32_t, std::uint32_t> Pair(Span span) { return {span.begin, span.end}; }

TEST_CASE("the text at every revision is the one that was recorded") {
  ForRandomSequences([](Sequence& sequence) {
    REQUIRE(sequence.texts().size() == sequence.document().revisions() + 1);
    for (std::uint32_t r = 0; r < sequence.texts().size(); ++r) {
      REQUIRE(sequence.document().TextAt(r) == sequence.texts()[r]);
    }
  });
}

TEST_CASE("spans map between any two revisions and to the source as bytes do") {
  ForRandomSequences([](Sequence& sequence) {
    const auto revisions = static_cast<std::uint32_t>(sequence.texts().size());
    for (int i = 0; i < kSpans; ++i) {
      const std::uint32_t from = sequence.random().Below(revisions),
                          to = sequence.random().Below(revisions);
      const Span span = sequence.random().SpanIn(sequence.texts()[from]);
      CAPTURE(from, to, span.begin, span.end);
      REQUIRE(Pair(sequence.document().Map(span, from, to)) ==
              Pair(sequence.Model(span, from, to)));
      REQUIRE(Pair(sequence.document().ToSource(span, from)) ==
              Pair(sequence.ModelSource(span, from)));
    }
  });
}

TEST_CASE("a source map gives what ToSource gives, in any order of queries") {
  ForRandomSequences([](Sequence& sequence) {
    SourceMap map(sequence.document());
    std::vector<Span> spans;
    for (int i = 0; i < kSpans; ++i)
      spans.push_back(sequence.random().SpanIn(sequence.document().text()));
    for (const Span span : spans)
      REQUIRE(Pair(map(span)) == Pair(sequence.document().ToSource(span)));
    std::sort(spans.begin(), spans.end(), [](Span a, Span b) { return a.begin < b.begin; });
    for (const Span span : spans)
      REQUIRE(Pair(map(span)) == Pair(sequence.document().ToSource(span)));
  });
}

// Quadratic, this would not come to an end.
TEST_CASE("many deletions at one place are found from behind without going through them") {
  constexpr std::uint32_t kLines = 300'000;
  std::string text;
  for (std::uint32_t i = 0; i < kLines; ++i) text += "-\n";
  Document document;
  REQUIRE(document.SetText(text).ok());
  Edits edits;
  for (std::uint32_t i = 0; i < kLines; ++i) edits.Replace({2 * i, 2 * i + 2}, "", "gone");
  REQUIRE(document.Apply(edits, "test").ok());
  SourceMap to_source(document);
  std::uint64_t found = 0;
  for (std::uint32_t i = 0; i < kLines; ++i) found += to_source({0, 0}) == Span{0, 2 * kLines};
  CHECK(found == kLines);
}

TEST_CASE("maps of one revision give what Map and ToSource give") {
  ForRandomSequences([](Sequence& sequence) {
    Document& document = sequence.document();
    for (std::uint32_t r = 0; r <= document.revisions(); ++r) {
      SourceMap source(document, r);
      LatestMap latest(document, r);
      for (int i = 0; i < kSpans; ++i) {
        const Span span = sequence.random().SpanIn(sequence.texts()[r]);
        REQUIRE(Pair(source(span)) == Pair(document.ToSource(span, r)));
        REQUIRE(Pair(latest(span)) == Pair(document.Map(span, r, document.revisions())));
      }
    }
  });
}

TEST_CASE("an annotation that no edit touches stays on its text") {
  ForRandomSequences([](Sequence& sequence) {
    Document& document = sequence.document();
    for (std::uint32_t r = 0; r < document.revisions(); ++r) {
      const std::string older = document.TextAt(r), newer = document.TextAt(r + 1);
      for (int i = 0; i < kSpans; ++i) {
        const Span span = sequence.random().SpanIn(older);
        const auto edits = document.RevisionEdits(r);
        const auto touches = [span](const RevisionEdit& edit) {
          const bool inside = span.begin < edit.before.begin && edit.before.begin < span.end;
          return edit.before.empty() ? inside : edit.before.Overlaps(span);
        };
        if (span.empty() || std::any_of(edits.begin(), edits.end(), touches)) continue;
        const Span moved = document.Map(span, r, r + 1);
        REQUIRE(moved.In(newer) == span.In(older));
        REQUIRE(document.Map(moved, r + 1, r) == span);
      }
    }
  });
}

TEST_CASE(
    "there and back again covers every byte that is still there, and all of what is wholly gone") {
  ForRandomSequences([](Sequence& sequence) {
    Document& document = sequence.document();
    for (std::uint32_t r = 0; r < document.revisions(); ++r) {
      for (int i = 0; i < kSpans; ++i) {
        const Span span = sequence.random().SpanIn(sequence.texts()[r]);
        const Span there = document.Map(span, r, r + 1);
        const Span back = document.Map(there, r + 1, r);
        CAPTURE(r, span.begin, span.end);
        if (there.empty() && !span.empty()) REQUIRE(back.Contains(span));
        for (std::uint32_t byte = span.begin; byte < span.end; ++byte) {
          if (sequence.step(r).Kept(byte)) REQUIRE(back.Contains({byte, byte + 1}));
        }
      }
    }
  });
}

TEST_CASE("annotations follow the edits, stay in order, and references stay with their rows") {
  ForRandomSequences([](Sequence& sequence) {
    Document& document = sequence.document();
    const auto entities = document.layer<Entity>();
    REQUIRE(entities.size() == sequence.entities().size());
    for (std::uint32_t i = 0; i < entities.size(); ++i) {
      const Span span = entities[i].span();
      REQUIRE(Pair(span) == Pair(sequence.entities().at(std::string(entities[i][Entity::name]))));
      REQUIRE(OnBoundary(document.text(), span.begin));
      REQUIRE(OnBoundary(document.text(), span.end));
      if (i == 0) continue;
      const Span last = entities[i - 1].span();
      REQUIRE((last.begin < span.begin || (last.begin == span.begin && last.end >= span.end)));
    }
    for (const auto mention : document.layer<Mention>()) {
      REQUIRE(entities[mention[Mention::entity]].span() == mention.span());
    }
    for (const auto turn : document.layer<Turn>()) {
      REQUIRE(turn[Turn::addressees].size() == 2);
      REQUIRE(entities[turn[Turn::addressees][0]].span() == turn.span());
    }
  });
}

TEST_CASE("the ledger tells each edit with the text that it took out and put in") {
  ForRandomSequences([](Sequence& sequence) {
    Document& document = sequence.document();
    for (std::uint32_t r = 0; r < document.revisions(); ++r) {
      for (const RevisionEdit& edit : document.RevisionEdits(r)) {
        REQUIRE(edit.before.In(sequence.texts()[r]) == edit.removed);
        REQUIRE(edit.after.In(sequence.texts()[r + 1]) == edit.inserted);
      }
    }
  });
}

}  // namespace
}  // namespace koppel
