// text.boilerplate: view counters, comment forms, share bars, navigation and cookie notices of
// websites.
#pragma once

#include <memory>

#include "boilerplate/phrases.h"
#include "koppel/component.h"
#include "koppel/layers.h"

namespace koppel::text {

// All languages of data/boilerplate apply to every document: websites mix them. The phrases are
// shared by all instances and never change.
class Boilerplate : public Processor {
 public:
  struct Params {
    bool remove = false;
  };
  static void Declare(ParamSpec<Params>& spec);

  explicit Boilerplate(Params params) : params_(params) {}

  Status Open(Setup& setup) override;
  Status Process(Document& document, Context& context) override;

 private:
  Params params_;
  std::shared_ptr<const BoilerplatePhrases> phrases_;

  static constexpr LayerUse kProvides[] = {{"region", "kind,rule,confidence,text"}};

 public:
  static constexpr Traits kTraits{
      .help = "Tells the phrases of websites (counters, forms, navigation) from text.",
      .provides_layers = kProvides,
      .edits_text = true,
      .concurrency = Concurrency::kParallel};
};

}  // namespace koppel::text
