// text.layout: takes out what belongs to the page, and leaves plain lines to be joined.
#pragma once

#include "koppel/component.h"
#include "koppel/layers.h"
#include "layout/analysis.h"
#include "lines/layer.h"

namespace koppel::text {

// Where a reader gives places and type (`box`), headings, captions, pull quotes and footnotes are
// told by them, and indents measured; what `region` tells already is taken as it is. Every line
// taken out or moved leaves an `artefact`, and running heads, feet and page numbers also an empty
// `region` with their text; the ledger has the edit.
// Thread-safe: it has no state.
class Layout : public Processor {
 public:
  using Params = LayoutOptions;
  static void Declare(ParamSpec<Params>& spec);

  explicit Layout(Params params) : params_(params) {}

  Status Process(Document& document, Context& context) override;

 private:
  Params params_;

  static constexpr LayerUse kRequires[] = {
      {"region", "kind,confidence", true, true},
      {"box", "page,left,top,right,bottom,font_size,font,confidence", true}};
  static constexpr LayerUse kProvides[] = {
      {"line", "indent,trailing,width"},
      {"page", "number"},
      {"region", "kind,rule,confidence,text"},
      {"box", "page,left,top,right,bottom,font_size,font,confidence"},
      {"artefact", "kind,left,decision,rule,confidence,resolved"}};

 public:
  static constexpr Traits kTraits{.help =
                                      "Takes out running heads, page numbers and stray marks, "
                                      "undoes double spacing, and puts columns in order.",
                                  .requires_layers = kRequires,
                                  .provides_layers = kProvides,
                                  .edits_text = true,
                                  .concurrency = Concurrency::kParallel};
};

}  // namespace koppel::text
