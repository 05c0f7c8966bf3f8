// text.boilerplate: view counters, comment forms, share bars, navigation and cookie notices of
// websites, and the lists of comments below their articles.
#pragma once

#include <memory>

#include "boilerplate/lines.h"
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
    bool remove_comments = false;
  };
  static void Declare(ParamSpec<Params>& spec);

  explicit Boilerplate(Params params) : params_(params) {}

  Status Open(Setup& setup) override;
  Status Process(Document& document, Context& context) override;

 private:
  void AddComments(Span list, bool marked, Document& document, Edits& edits) const;
  void AddPhrase(const BoilerplateLine& line, Document& document, Edits& edits) const;

  Params params_;
  std::shared_ptr<const BoilerplatePhrases> phrases_;

  static constexpr LayerUse kRequires[] = {{"region", "kind,rule", true, true}};
  static constexpr LayerUse kProvides[] = {{"region", "kind,rule,confidence,text"}};

 public:
  static constexpr Traits kTraits{
      .help = "Tells the phrases of websites (counters, forms, navigation) and comments from text.",
      .requires_layers = kRequires,
      .provides_layers = kProvides,
      .edits_text = true,
      .concurrency = Concurrency::kParallel};
};

}  // namespace koppel::text
