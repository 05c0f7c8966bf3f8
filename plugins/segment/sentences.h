// segment.sentences: marks the sentences of each paragraph.
#pragma once

#include <memory>

#include "koppel/component.h"
#include "koppel/layers.h"
#include "rule_book.h"
#include "stretches.h"

namespace koppel::segment {

class Sentences : public Processor {
 public:
  using Params = SegmentParams;

  static constexpr LayerUse kRequires[] = {{"paragraph", {}, true}, {"language", "code", true}};
  static constexpr LayerUse kProvides[] = {{"sentence"}};
  static constexpr Traits kTraits{
      .help = "Marks the sentences of each paragraph, by marks, abbreviations and quotes.",
      .requires_layers = kRequires,
      .provides_layers = kProvides,
      .concurrency = Concurrency::kParallel};

  static void Declare(ParamSpec<Params>& spec) { Params::DeclareLanguage(spec); }
  explicit Sentences(Params params) : params_(std::move(params)) {}

  Status Open(Setup& setup) override;
  // Replaces the layer where the document has one.
  Status Process(Document& document, Context& context) override;

 private:
  Params params_;
  std::shared_ptr<const RuleBook> book_;
};

}  // namespace koppel::segment
