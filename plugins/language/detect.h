// language.detect: the language of each paragraph and of the document.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "detector.h"
#include "koppel/component.h"
#include "koppel/layers.h"

namespace koppel::language {

struct DetectParams {
  std::vector<std::string> languages;
  double minimum_confidence = 0.5;
};

class Detect : public Processor {
 public:
  using Params = DetectParams;

  // Repair needs the language before it can make paragraphs.
  static constexpr LayerUse kRequires[] = {{"paragraph", {}, true, true}};
  static constexpr LayerUse kProvides[] = {{"language", "code, confidence"}};
  static constexpr MetadataKey kMetadata[] = {{"language"}};
  static constexpr Traits kTraits{
      .help = "Finds the language of each paragraph, and that of the document where none is set.",
      .requires_layers = kRequires,
      .provides_layers = kProvides,
      .concurrency = Concurrency::kParallel,
      .metadata = kMetadata};

  static void Declare(ParamSpec<Params>& spec);
  explicit Detect(Params params) : params_(std::move(params)) {}

  Status Open(Setup& setup) override;
  // Replaces the layer where the document has one.
  Status Process(Document& document, Context& context) override;

 private:
  Guess GuessAt(const Document& document, Span span) const;

  Params params_;
  std::shared_ptr<const Evidence> evidence_;
  std::optional<Detector> detector_;
};

}  // namespace koppel::language
