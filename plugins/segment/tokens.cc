#include "tokens.h"

namespace koppel::segment {
namespace {

constexpr std::size_t kKept = std::size_t{1} << 16;  // pieces of a document, for the next one

}  // namespace

Status Tokens::Open(Setup& setup) {
  auto book = RuleBook::Load(setup);
  if (!book.ok()) return std::move(book).status();
  book_ = *std::move(book);
  return book_->CheckLanguage(params_.language);
}

Status Tokens::Process(Document& document, Context&) {
  pieces_.clear();
  for (const Stretch& stretch : Stretches(document, *book_, params_.language)) {
    const std::size_t first = pieces_.size();
    tokenizer_.Tokenize(stretch.span.In(document.text()), *stretch.rules, pieces_);
    for (std::size_t i = first; i < pieces_.size(); ++i) {
      pieces_[i].span.begin += stretch.span.begin;
      pieces_[i].span.end += stretch.span.begin;
    }
  }
  document.RemoveLayer(Token::kSchema.name);
  auto tokens = document.layer<Token>();
  if (!pieces_.empty()) tokens.Reserve(static_cast<std::uint32_t>(pieces_.size()));
  for (const Piece& piece : pieces_) tokens.Add(piece.span).Set(Token::kind, piece.kind);
  if (pieces_.size() > kKept) std::vector<Piece>().swap(pieces_);
  return Ok();
}

}  // namespace koppel::segment
