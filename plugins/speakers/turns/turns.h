// speakers.turns: who wrote or said each stretch of a document, to whom, and in answer to what.
#pragma once

#include <memory>

#include "koppel/component.h"
#include "koppel/layers.h"
#include "language/languages.h"

namespace koppel::speakers {

class Turns : public Processor {
 public:
  Status Open(Setup& setup) override;
  Status Process(Document& document, Context& context) override;

 private:
  std::shared_ptr<const Languages> languages_;

  static constexpr LayerUse kRequires[] = {{"paragraph", {}, true}, {"region", "kind,rule", true}};
  static constexpr LayerUse kProvides[] = {
      {"entity", "name,kind,aliases"},
      {"mention", "entity,form"},
      {"turn", "kind,ordinal,speaker,addressees,reply_to,inferred,confidence"}};

 public:
  static constexpr Traits kTraits{
      .help = "Finds who wrote or said each stretch: articles, comments, minutes, mails.",
      .requires_layers = kRequires,
      .provides_layers = kProvides,
      .concurrency = Concurrency::kParallel};
};

}  // namespace koppel::speakers
