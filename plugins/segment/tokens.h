// segment.tokens: marks words, numbers, marks and addresses.
#pragma once

#include <memory>

#include "koppel/component.h"
#include "koppel/layers.h"
#include "rule_book.h"
#include "stretches.h"
#include "tokenizer.h"

namespace koppel::segment {

class Tokens : public Processor {
 public:
  using Params = SegmentParams;

  static constexpr LayerUse kRequires[] = {{"paragraph", {}, true}, {"language", "code", true}};
  static constexpr LayerUse kProvides[] = {{"token", "kind"}};
  static constexpr Traits kTraits{
      .help = "Marks tokens by Unicode's word rules and the conventions of the language.",
      .requires_layers = kRequires,
      .provides_layers = kProvides};

  static void Declare(ParamSpec<Params>& spec) { Params::DeclareLanguage(spec); }
  explicit Tokens(Params params) : params_(std::move(params)) {}

  Status Open(Setup& setup) override;
  // Replaces the layer where the document has one.
  Status Process(Document& document, Context& context) override;

 private:
  Params params_;
  std::shared_ptr<const RuleBook> book_;
  Tokenizer tokenizer_;
  std::vector<Piece> pieces_;  // of the document in work; kept for its memory
};

}  // namespace koppel::segment
