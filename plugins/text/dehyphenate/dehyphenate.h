#pragma once

#include <string>
#include <utility>

#include "dehyphenate/decide.h"
#include "koppel/component.h"
#include "lexicon/document_languages.h"
#include "vocabulary/corpus_observer.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// text.dehyphenate: repairs words that line ends have broken.
//
// The first pass counts what the corpus writes inside its lines; the second judges every line-end
// hyphen by that, by the document's own words, the dictionaries and the form of the parts: join
// (and restore what the spelling drops at a break), keep, suspend, or leave alone. Each decision is
// one edit of the fewest bytes and one row of `artefact`, whose span covers the word.
class Dehyphenate final : public CorpusObserver<HyphenVocabulary> {
 public:
  static constexpr LayerUse kProvides[] = {
      {"artefact", "kind,left,right,decision,rule,confidence,resolved,evidence"}};
  static constexpr Traits kTraits{
      .help = "Joins words that are broken at line ends, or keeps their hyphen.",
      .provides_layers = kProvides,
      .edits_text = true};

  struct Params {
    std::string language = "auto";
    double abstain_below = 0;
    bool split_welded = false;
  };
  static void Declare(ParamSpec<Params>& spec);

  explicit Dehyphenate(Params params) : params_(std::move(params)) {}

  Status Open(Setup& setup) override;
  Status Process(Document& document, Context& context) override;

 private:
  Params params_;
  DocumentLanguages languages_;
  HyphenVocabulary own_words_;  // of the document in work; kept for its memory
};

}  // namespace koppel::text
