#include "detect.h"

#include <algorithm>
#include <map>

#include "koppel/files.h"

namespace koppel::language {
namespace {

constexpr std::string_view kUndetermined = "und";

Result<std::shared_ptr<const Evidence>> ReadEvidence(Setup& setup) {
  auto files = FilesIn(setup.plugin_folder() / "data", ".txt");
  if (!files.ok()) return std::move(files).status();
  auto evidence = std::make_shared<Evidence>();
  for (const auto& file : *files) {
    Result<std::string> data = setup.ReadResource(file);
    if (!data.ok()) return std::move(data).status();
    KOPPEL_RETURN_IF_ERROR(evidence->Add(file.stem().string(), *data).WithContext(file.string()));
  }
  return std::shared_ptr<const Evidence>(std::move(evidence));
}

// The language of most of the text, each paragraph counting by its length and confidence.
class Majority {
 public:
  void Add(const Guess& guess, std::uint32_t bytes) {
    if (guess.code != kUndetermined) weights_[guess.code] += guess.confidence * bytes;
  }

  // Empty where no paragraph had a language.
  std::string_view code() const {
    const auto best =
        std::max_element(weights_.begin(), weights_.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == weights_.end() ? std::string_view() : best->first;
  }

 private:
  std::map<std::string, double> weights_;
};

}  // namespace

void Detect::Declare(ParamSpec<Params>& spec) {
  spec.Field("languages", &Params::languages, "The only answers, as BCP 47 codes; empty: any.");
  spec.Field("minimum_confidence", &Params::minimum_confidence, "Below it the answer is und.")
      .AtLeast(0)
      .AtMost(1);
}

Status Detect::Open(Setup& setup) {
  auto evidence =
      setup.Shared<Evidence>("language.Evidence", [&]() { return ReadEvidence(setup); });
  if (!evidence.ok()) return std::move(evidence).status();
  evidence_ = *std::move(evidence);
  detector_.emplace(*evidence_, params_.languages);
  return detector_->CheckChoices();
}

Guess Detect::GuessAt(const Document& document, Span span) const {
  Guess guess = detector_->Detect(span.In(document.text()));
  if (guess.confidence < params_.minimum_confidence) guess.code = kUndetermined;
  return guess;
}

Status Detect::Process(Document& document, Context&) {
  document.RemoveLayer(koppel::Language::kSchema.name);
  const Span whole{0, static_cast<std::uint32_t>(document.text().size())};
  std::vector<Span> spans;
  for (const auto paragraph : document.layer<Paragraph>()) spans.push_back(paragraph.span());
  if (spans.empty()) spans.push_back(whole);

  Majority majority;
  auto languages = document.layer<koppel::Language>();
  for (const Span span : spans) {
    const Guess guess = GuessAt(document, span);
    majority.Add(guess, span.size());
    languages.Add(span)
        .Set(koppel::Language::code, guess.code)
        .Set(koppel::Language::confidence, guess.confidence);
  }
  if (!document.language().empty()) return Ok();
  // Paragraphs that are each too short may still tell together.
  std::string code(majority.code());
  if (code.empty()) code = GuessAt(document, whole).code;
  if (code != kUndetermined) document.SetMetadata("language", code);
  return Ok();
}

}  // namespace koppel::language
