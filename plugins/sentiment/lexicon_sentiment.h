// sentiment.lexicon: sentiment by lexicons and rules, with the evidence for every score.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "koppel/component.h"
#include "koppel/layers.h"
#include "language_data.h"

namespace koppel::sentiment {

class LexiconSentiment : public Processor {
 public:
  struct Params : DataChoice {
    std::string language = "auto";
  };

  static constexpr LayerUse kRequires[] = {{"sentence"},
                                           {"token", "kind"},
                                           {"language", "code", true},
                                           {"turn", "kind,speaker", true},
                                           {"quote", "kind,parts,speaker,mention", true},
                                           {"quote_part", {}, true},
                                           {"mention", "entity", true},
                                           {"entity", "name,kind", true}};
  static constexpr LayerUse kProvides[] = {
      {"sentiment", "scope,value,label,confidence,coverage,target,holder,irony"},
      {"evidence", "of,value,entry,modifiers"}};
  static constexpr Traits kTraits{
      .help =
          "Judges sentences, quotations, turns, targets and the document by lexicons and rules.",
      .requires_layers = kRequires,
      .provides_layers = kProvides};

  static void Declare(ParamSpec<Params>& spec);
  explicit LexiconSentiment(Params params) : params_(std::move(params)) {}

  Status Open(Setup& setup) override;
  // Replaces the layers where the document has them.
  Status Process(Document& document, Context& context) override;

 private:
  Params params_;
  std::shared_ptr<const LanguageBook> book_;
};

}  // namespace koppel::sentiment
