// A document read sentence by sentence: what the rules find in it, before it is summed up.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "assign.h"
#include "koppel/document.h"
#include "koppel/layers.h"
#include "language_data.h"
#include "voices.h"

namespace koppel::sentiment {

// A piece of evidence in the text.
struct Sign {
  Span span;
  std::string_view entry;
  double value = 0;
  std::string modifiers;
  std::size_t sentence = 0;        // index into DocumentReading::sentences
  std::size_t target = kNoTarget;  // index into DocumentReading::targets
  Ref<Quote> quote;
  Ref<Turn> turn;
};

struct Coverage {
  std::size_t known = 0, content = 0;  // words

  void Add(const Coverage& other) {
    known += other.known;
    content += other.content;
  }
  double share() const {
    return content == 0 ? 0 : static_cast<double>(known) / static_cast<double>(content);
  }
};

struct SentenceReading {
  Span span;
  Coverage coverage;
  bool irony = false;
  Ref<Quote> quote;  // innermost that holds the sentence's beginning
  Ref<Turn> turn;
};

struct NamedTarget {
  Span span;
  std::string_view name;
};

struct DocumentReading {
  std::vector<SentenceReading> sentences;
  std::vector<Sign> signs;           // in the order of sentences
  std::vector<NamedTarget> targets;  // likewise
};

// Whether somebody says something in such a turn: bylines, notes about authors, signatures
// ("vriendelijke groeten") and boilerplate hold words that judge nothing.
bool IsText(Turn::Kind kind);

class DocumentReader {
 public:
  // `language`: a BCP 47 code for all sentences, or "auto". The references must outlive the reader.
  DocumentReader(const Document& document, const Voices& voices, const LanguageBook& book,
                 std::string_view language);

  // Leaves out sentences in languages without data, and those of turns that are no text.
  DocumentReading Read();

 private:
  std::string_view LanguageOf(Span sentence) const;
  void ReadSentence(Span span);
  void CollectWords(Span span);
  std::vector<TargetAt> NamesIn(Span span);
  void AddSigns(const std::vector<std::size_t>& assigned, const std::vector<Finding>& findings,
                const std::vector<TargetAt>& targets);
  Coverage Cover(const Parse& parse, const Modifiers& modifiers) const;

  const Document& document_;
  const Voices& voices_;
  const LanguageBook& book_;
  const std::string_view language_;
  std::vector<bool> speaker_mention_;  // by mention: only tells who speaks
  std::uint32_t token_ = 0, mention_ = 0;
  Words words_;
  std::string_view last_target_;
  Ref<Turn> last_turn_;
  DocumentReading reading_;
};

}  // namespace koppel::sentiment
