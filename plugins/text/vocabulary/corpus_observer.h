#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "koppel/bytes.h"
#include "koppel/component.h"

namespace koppel::text {

// What the steps have in common that learn from the text of a corpus: their first pass.
//
// `Corpus` is what is learnt: it has a name for its stored form (kStored) and
//
//   void AddText(std::string_view text);
//   void Merge(const Corpus& other);       associative and commutative
//   void Save(std::string& out) const;     equal for equal contents
//   void Load(ByteReader& bytes);          into a new one; refuses what Save did not write
template <class Corpus>
class CorpusObserver : public Observer {
 public:
  std::unique_ptr<Model> NewModel() const final { return std::make_unique<CorpusModel>(); }
  Status Observe(const Document& document, Model& model) final {
    static_cast<CorpusModel&>(model).corpus.AddText(document.text());
    return Ok();
  }
  void Freeze(std::shared_ptr<const Model> model) final {
    const Corpus* corpus = &static_cast<const CorpusModel&>(*model).corpus;
    corpus_ = std::shared_ptr<const Corpus>(std::move(model), corpus);
  }

 protected:
  // Precondition: Freeze was called.
  const Corpus& corpus() const { return *corpus_; }

 private:
  struct CorpusModel final : Model {
    Corpus corpus;

    void Merge(Model& other) override { corpus.Merge(static_cast<CorpusModel&>(other).corpus); }
    void Save(std::string& out) const override {
      std::string body;
      corpus.Save(body);
      AppendSealed(Corpus::kStored, body, out);
    }
    Status Load(std::string_view bytes) override {
      Result<std::string_view> body = OpenSealed(Corpus::kStored, bytes);
      if (!body.ok()) return std::move(body).status();
      ByteReader reader(*body);
      corpus.Load(reader);
      if (reader.Finished()) return Ok();
      return BadInput(std::string("stored ") + Corpus::kStored + " is damaged");
    }
  };

  std::shared_ptr<const Corpus> corpus_;
};

}  // namespace koppel::text
