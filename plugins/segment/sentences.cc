#include "sentences.h"

#include "sentence_splitter.h"

namespace koppel::segment {

Status Sentences::Open(Setup& setup) {
  auto book = RuleBook::Load(setup);
  if (!book.ok()) return std::move(book).status();
  book_ = *std::move(book);
  return book_->CheckLanguage(params_.language);
}

Status Sentences::Process(Document& document, Context&) {
  document.RemoveLayer(Sentence::kSchema.name);
  auto sentences = document.layer<Sentence>();
  for (const Stretch& stretch : Stretches(document, *book_, params_.language)) {
    const std::uint32_t begin = stretch.span.begin;
    for (const Span span : SplitSentences(stretch.span.In(document.text()), *stretch.rules)) {
      sentences.Add({begin + span.begin, begin + span.end});
    }
  }
  return Ok();
}

}  // namespace koppel::segment
