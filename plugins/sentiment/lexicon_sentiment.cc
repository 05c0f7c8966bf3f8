#include "lexicon_sentiment.h"

#include "reader.h"
#include "report.h"
#include "voices.h"

namespace koppel::sentiment {

void LexiconSentiment::Declare(ParamSpec<Params>& spec) {
  spec.Field("language", &Params::language,
             "BCP 47 code; auto takes the `language` layer, else the document's language.");
  spec.Field("domains", &Params::domains,
             "Bundled lexicons of a domain, laid over the general one: economy, social.");
  spec.Field("lexicons", &Params::lexicons, "Lexicon files laid over those, in this order.").Path();
  spec.Field("targets", &Params::targets, "Files of targets to use instead of the bundled ones.")
      .Path();
  spec.Field(
      "pattern", &Params::pattern,
      "Lays the lexicons under that of the package python3-pattern, which must be installed.");
}

Status LexiconSentiment::Open(Setup& setup) {
  auto book = LanguageBook::Load(setup, params_);
  if (!book.ok()) return std::move(book).status();
  book_ = *std::move(book);
  KOPPEL_RETURN_IF_ERROR(book_->CheckLanguage(params_.language));
  return book_->CheckDomains(params_.domains, params_.language);
}

Status LexiconSentiment::Process(Document& document, Context&) {
  document.RemoveLayer(Evidence::kSchema.name);
  document.RemoveLayer(Sentiment::kSchema.name);
  const Voices voices(document);
  WriteReport(document, DocumentReader(document, voices, *book_, params_.language).Read(), voices);
  return Ok();
}

}  // namespace koppel::sentiment
