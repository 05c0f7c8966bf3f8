// text.running_heads: heads and feet of short documents, by those of the other documents.
#pragma once

#include <memory>

#include "koppel/component.h"
#include "koppel/layers.h"

namespace koppel::text {

// A document of one page has its running head only once. The first pass collects the heads and feet
// that recur inside documents; the second marks lines at the edges of pages that at least two
// documents show to be such, as regions that text.layout takes out. Only text with form feeds is
// looked at. An instance may serve many threads once it is frozen.
class RunningHeads final : public Observer {
 public:
  Status Process(Document& document, Context& context) override;
  std::unique_ptr<Model> NewModel() const override;
  Status Observe(const Document& document, Model& model) override;
  void Freeze(std::shared_ptr<const Model> model) override;

 private:
  struct Heads;
  std::shared_ptr<const Heads> heads_;

  static constexpr LayerUse kRequires[] = {{"region", "kind", true}};
  static constexpr LayerUse kProvides[] = {{"region", "kind,rule,confidence"}};

 public:
  static constexpr Traits kTraits{
      .help =
          "Tells running heads of short documents by those of other documents; for text.layout.",
      .requires_layers = kRequires,
      .provides_layers = kProvides,
      .concurrency = Concurrency::kParallel};
};

}  // namespace koppel::text
