// text.running_heads: heads and feet of short documents, by those of the other documents.
#pragma once

#include <string>
#include <string_view>

#include "koppel/component.h"
#include "koppel/layers.h"
#include "lines/key.h"
#include "vocabulary/corpus_observer.h"
#include "vocabulary/counter.h"

namespace koppel::text {

// How many documents show a line to be a head or a foot.
class Heads {
 public:
  static constexpr char kStored[] = "running heads 1";

  // Precondition: the text of one document.
  void AddText(std::string_view text);
  void Merge(const Heads& other) { documents_.Merge(other.documents_); }
  void Save(std::string& out) const { documents_.Save(out); }
  void Load(ByteReader& bytes) { documents_.Load(bytes); }

  bool empty() const { return documents_.size() == 0; }
  bool Knows(const LineKey& key, bool top) const;

 private:
  HashCounter documents_;
};

// A document of one page has its running head only once. The first pass collects the heads and feet
// that recur inside documents; the second marks lines at the edges of pages that at least two
// documents show to be such, as regions that text.layout takes out. Only text with form feeds is
// looked at. An instance may serve many threads once it is frozen.
class RunningHeads final : public CorpusObserver<Heads> {
 public:
  Status Process(Document& document, Context& context) override;

 private:
  static constexpr LayerUse kRequires[] = {{"region", "kind", true, true}};
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
