#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "fragments/bigrams.h"
#include "koppel/component.h"
#include "koppel/layers.h"
#include "lexicon/document_languages.h"
#include "vocabulary/corpus_observer.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// The words of a corpus and which follow each other.
struct WordsAndPairs {
  static constexpr char kStored[] = "words and pairs 1";

  HyphenVocabulary words;
  Bigrams pairs;

  void AddText(std::string_view text);
  void Merge(const WordsAndPairs& other);
  void Save(std::string& out) const;
  void Load(ByteReader& bytes);
};

// text.fragments: finds the continuations of words whose other half stands elsewhere, as it does
// where an extractor has shuffled the columns or boxes of a page.
//
// Works on what text.dehyphenate has left alone. The first pass counts the words of the corpus and
// which follow each other. The second looks for the right half among the lines that begin in lower
// case. A match that is clearly better than all others is moved: the rest of the sentence, up to
// the line end where it ends, goes behind the left half, as two edits. A match that is not gets an
// unresolved artefact at both places, each naming the other.
class Fragments final : public CorpusObserver<WordsAndPairs> {
 public:
  static constexpr LayerUse kRequires[] = {{"artefact", "kind,left,right,decision,rule,resolved"}};
  static constexpr LayerUse kProvides[] = {
      {"artefact", "kind,left,right,decision,rule,confidence,resolved"}};
  static constexpr Traits kTraits{
      .help = "Brings the halves of words together that shuffled text has parted.",
      .requires_layers = kRequires,
      .provides_layers = kProvides,
      .edits_text = true};

  struct Params {
    std::string language = "auto";
    double margin = 3;
  };
  static void Declare(ParamSpec<Params>& spec);

  explicit Fragments(Params params) : params_(std::move(params)) {}

  Status Open(Setup& setup) override;
  Status Process(Document& document, Context& context) override;

 private:
  Params params_;
  DocumentLanguages languages_;
};

}  // namespace koppel::text
