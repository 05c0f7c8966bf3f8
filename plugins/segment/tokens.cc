#include "tokens.h"

namespace koppel::segment {

Status Tokens::Open(Setup& setup) {
  auto book = RuleBook::Load(setup);
  if (!book.ok()) return std::move(book).status();
  book_ = *std::move(book);
  return book_->CheckLanguage(params_.language);
}

Status Tokens::Process(Document& document, Context&) {
  document.RemoveLayer(Token::kSchema.name);
  auto tokens = document.layer<Token>();
  for (const Stretch& stretch : Stretches(document, *book_, params_.language)) {
    const std::uint32_t begin = stretch.span.begin;
    pieces_.clear();
    tokenizer_.Tokenize(stretch.span.In(document.text()), *stretch.rules, pieces_);
    for (const Piece& piece : pieces_) {
      tokens.Add({begin + piece.span.begin, begin + piece.span.end}).Set(Token::kind, piece.kind);
    }
  }
  return Ok();
}

}  // namespace koppel::segment
