// What the tests of this plugin share.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "koppel/testkit/harness.h"
#include "language/languages.h"
#include "language/words.h"
#include "turns/outline.h"

namespace koppel::speakers {

inline const Languages& TestLanguages() {
  static testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  static const auto languages = Languages::Load(setup);
  return **languages;
}

inline const Lexicon& Dutch() { return TestLanguages().For("nl", ""); }

// A text with its Dutch words; the text outlives them.
struct Scanned {
  explicit Scanned(std::string content) : text(std::move(content)), words(Dutch().Scan(text)) {}
  Scanned(const Scanned&) = delete;
  std::string text;
  Words words;

  // Index of the word that begins where `part` first stands.
  std::size_t At(std::string_view part) const {
    return words.At(static_cast<std::uint32_t>(text.find(part)));
  }
  std::string In(Span span) const { return std::string(span.In(text)); }
};

// The outline of a Dutch text, in lines that tests can compare.
struct Outlined : Scanned {
  explicit Outlined(std::string content, const PageMarks& marks = {})
      : Scanned(std::move(content)), outline(ReadOutline(words, marks, Dutch())) {}
  Outline outline;

  std::string Name(int person) const {
    return person == kNobody ? "-" : outline.registry[person].name;
  }
  std::string Text(std::size_t turn) const { return In(outline.turns[turn].span); }
  // "comment 2 Wim: " + the turn's text up to 24 bytes.
  std::string Line(std::size_t i) const {
    const TurnDraft& turn = outline.turns[i];
    std::string line(koppel::Turn::kKinds[static_cast<std::size_t>(turn.kind)]);
    if (turn.ordinal != kNoInt) line.append(" ").append(std::to_string(turn.ordinal));
    return line.append(" ").append(Name(turn.speaker));
  }
};

}  // namespace koppel::speakers
