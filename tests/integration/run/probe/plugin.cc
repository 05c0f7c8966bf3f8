// Does on demand what a plugin should not do, where a document's text asks for it by a word.
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "koppel/bytes.h"
#include "koppel/layers.h"
#include "koppel/plugin.h"

namespace koppel {
namespace {

bool Asks(const Document& document, std::string_view word) {
  return document.text().find(word) != std::string_view::npos;
}

class Trouble : public Processor {
 public:
  static constexpr LayerUse kProvides[] = {{"mention"}};
  static constexpr Traits kTraits{
      .help = "Fails as the text says: THROW, FAIL, FILTER, SPAN, LINK, EDIT, LATE, STUCK, GREEDY.",
      .provides_layers = kProvides,
      .edits_text = true};

  Status Process(Document& document, Context& context) override {
    if (Asks(document, "EDIT")) {
      Edits edits;
      edits.Insert(0, "half done ", "probe");
      KOPPEL_RETURN_IF_ERROR(document.Apply(edits, context.step()));
    }
    if (Asks(document, "THROW")) throw std::runtime_error("thrown by the probe");
    if (Asks(document, "FAIL")) return BadInput("refused by the probe");
    if (Asks(document, "GREEDY")) {
      std::vector<std::string> all;
      for (int i = 0; i < 500; ++i) all.emplace_back(1 << 20, 'x');
    }
    while (Asks(document, "STUCK") || (Asks(document, "LATE") && !context.cancelled()))
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    if (Asks(document, "FILTER")) context.Filter("filtered by the probe");
    if (Asks(document, "SPAN")) {
      const auto size = static_cast<std::uint32_t>(document.text().size());
      document.layer<Mention>().Add({0, size + 1});
    }
    if (Asks(document, "LINK")) document.layer<Mention>().Add({0, 1}).Set(Mention::entity, {7});
    return Ok();
  }
};

// Declares less than it does.
class Sly : public Processor {
 public:
  static constexpr LayerUse kRequires[] = {{"token", "", true}};
  static constexpr Traits kTraits{
      .help = "Reaches further than it says: READ, WRITE, MAKE, REVISE.",
      .requires_layers = kRequires};

  Status Process(Document& document, Context& context) override {
    if (Asks(document, "READ") && document.layer<Mention>().exists()) return Ok();
    if (Asks(document, "WRITE")) document.layer<Token>()[0].Set(Token::lemma, "sly");
    if (Asks(document, "MAKE")) document.layer<Sentence>().Add({0, 1});
    if (!Asks(document, "REVISE")) return Ok();
    Edits edits;
    edits.Insert(0, "sly ", "probe");
    return document.Apply(edits, context.step());
  }
};

class Slow : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Waits."};
  struct Params {
    std::int64_t milliseconds = 20;
  };
  static void Declare(ParamSpec<Params>& spec) {
    spec.Field("milliseconds", &Params::milliseconds, "How long, for each document.").AtLeast(0);
  }
  explicit Slow(Params params) : params_(params) {}

  Status Process(Document&, Context&) override {
    std::this_thread::sleep_for(std::chrono::milliseconds(params_.milliseconds));
    return Ok();
  }

 private:
  Params params_;
};

// Marks each document with the number of documents that the first pass saw.
class Census : public Observer {
 public:
  static constexpr MetadataKey kMetadata[] = {{"corpus_size"}};
  static constexpr Traits kTraits{.help = "Counts the corpus.", .metadata = kMetadata};

  struct Count : Model {
    std::uint64_t documents = 0;
    void Merge(Model& other) override { documents += dynamic_cast<Count&>(other).documents; }
    void Save(std::string& out) const override {
      std::string body;
      AppendNumber(documents, body);
      AppendSealed("census", body, out);
    }
    Status Load(std::string_view bytes) override {
      Result<std::string_view> body = OpenSealed("census", bytes);
      if (!body.ok()) return std::move(body).status();
      ByteReader reader(*body);
      documents = reader.Number();
      return reader.Finished() ? Ok() : BadInput("no number");
    }
  };

  std::unique_ptr<Model> NewModel() const override { return std::make_unique<Count>(); }
  Status Observe(const Document&, Model& model) override {
    ++dynamic_cast<Count&>(model).documents;
    return Ok();
  }
  void Freeze(std::shared_ptr<const Model> model) override {
    count_ = std::dynamic_pointer_cast<const Count>(std::move(model));
  }
  Status Process(Document& document, Context&) override {
    document.SetMetadata("corpus_size", std::to_string(count_->documents));
    return Ok();
  }

 private:
  std::shared_ptr<const Count> count_;
};

// Takes a file away once the first pass is over.
class Remover : public Observer {
 public:
  static constexpr Traits kTraits{.help = "Removes a file between the passes."};
  struct Params {
    std::string file;
  };
  static void Declare(ParamSpec<Params>& spec) {
    spec.Field("file", &Params::file, "The file.").Path().Required();
  }
  explicit Remover(Params params) : params_(std::move(params)) {}

  struct Nothing : Model {
    void Merge(Model&) override {}
    void Save(std::string& out) const override { AppendSealed("nothing", {}, out); }
    Status Load(std::string_view bytes) override {
      return std::move(OpenSealed("nothing", bytes)).status();
    }
  };

  std::unique_ptr<Model> NewModel() const override { return std::make_unique<Nothing>(); }
  Status Observe(const Document&, Model&) override { return Ok(); }
  void Freeze(std::shared_ptr<const Model>) override { std::filesystem::remove(params_.file); }
  Status Process(Document&, Context&) override { return Ok(); }

 private:
  Params params_;
};

constexpr Component kComponents[] = {
    Describe<Trouble>("probe.trouble"), Describe<Remover>("probe.remover"),
    Describe<Slow>("probe.slow"), Describe<Sly>("probe.sly"), Describe<Census>("probe.census")};

}  // namespace
}  // namespace koppel

KOPPEL_PLUGIN("probe", "1.0.0", "Apache-2.0", koppel::kComponents)
