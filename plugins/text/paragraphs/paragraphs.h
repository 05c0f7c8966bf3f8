// text.paragraphs: one paragraph to a line, a blank line between paragraphs. Lines that the source
// itself sets apart inside a paragraph (regions of rule "br") stay lines.
#pragma once

#include "koppel/component.h"
#include "koppel/layers.h"

namespace koppel::text {

// Reads the `line` layer of text.layout where there is one, else the lines of the text.
// Thread-safe: it has no state.
class Paragraphs : public Processor {
 public:
  Status Process(Document& document, Context& context) override;

 private:
  static constexpr LayerUse kRequires[] = {{"line", "indent,trailing,width", true},
                                           {"region", "kind,rule", true, true}};
  static constexpr LayerUse kProvides[] = {{"paragraph"}, {"region", "kind,rule,confidence"}};

 public:
  static constexpr Traits kTraits{
      .help = "Joins printed lines to paragraphs, and tells headings and list items.",
      .requires_layers = kRequires,
      .provides_layers = kProvides,
      .edits_text = true,
      .concurrency = Concurrency::kParallel};
};

}  // namespace koppel::text
