// speakers.quotes: quotations, direct and indirect, and who says them.
#pragma once

#include <memory>

#include "koppel/component.h"
#include "koppel/layers.h"
#include "language/languages.h"

namespace koppel::speakers {

class Quotes : public Processor {
 public:
  struct Params {
    bool indirect = true;
  };
  static void Declare(ParamSpec<Params>& spec);

  explicit Quotes(Params params) : params_(params) {}

  Status Open(Setup& setup) override;
  Status Process(Document& document, Context& context) override;

 private:
  Params params_;
  std::shared_ptr<const Languages> languages_;

  static constexpr LayerUse kRequires[] = {{"turn", "kind,speaker,addressees", true},
                                           {"entity", "name,kind,aliases", true},
                                           {"paragraph", {}, true}};
  static constexpr LayerUse kProvides[] = {
      {"entity", "name,kind,aliases"},
      {"mention", "entity,form"},
      {"quote_part", {}},
      {"quote", "kind,parts,cue,speaker,mention,addressees,level,inferred,confidence,rule"}};

 public:
  static constexpr Traits kTraits{
      .help = "Finds quotations, direct and indirect, and who says them.",
      .requires_layers = kRequires,
      .provides_layers = kProvides,
      .concurrency = Concurrency::kParallel};
};

}  // namespace koppel::speakers
