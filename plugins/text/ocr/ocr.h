#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/component.h"
#include "lexicon/document_languages.h"
#include "vocabulary/corpus_observer.h"
#include "vocabulary/vocabulary.h"

namespace koppel::text {

// text.ocr: mends words that a scan, or a font without its table, has damaged.
//
// The first pass counts the words of the corpus. The second looks at those that neither the corpus
// nor the dictionary of the document's language knows, and changes one only if exactly one reading
// of it is known to both. Long s, the ligature ĳ and broken quotes need neither.
class Ocr final : public CorpusObserver<HyphenVocabulary> {
 public:
  static constexpr Traits kTraits{
      .help = "Mends misread letters, lost ligatures and broken quotes in scanned text.",
      .edits_text = true};

  struct Params {
    std::string language = "auto";
    std::vector<std::string> skip;
    std::int64_t known = 3;
    std::int64_t support = 1;
  };
  static void Declare(ParamSpec<Params>& spec);

  explicit Ocr(Params params);

  Status Open(Setup& setup) override;
  Status Process(Document& document, Context& context) override;

 private:
  bool Applies(std::string_view rule) const { return skip_.find(rule) == skip_.end(); }
  void MendWords(std::string_view text, Lexicon& lexicon, Edits& edits) const;

  Params params_;
  std::set<std::string, std::less<>> skip_;
  DocumentLanguages languages_;
};

}  // namespace koppel::text
