#include "ocr/ocr.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "lines/breaks.h"
#include "lines/characters.h"
#include "lines/shape.h"
#include "ocr/judge.h"
#include "ocr/quotes.h"
#include "ocr/signs.h"

namespace koppel::text {
namespace {

constexpr std::string_view kLongS = "long_s";
constexpr std::string_view kIj = "ij";
constexpr std::string_view kQuotes = "quotes";
constexpr double kConfidence = 0.9;

struct Word {
  Span span;  // empty at the end of the text
  bool known = false;
};

// Two words with a space between them, or the mark for what could not be read, of which one at
// least looks damaged.
bool MayBeOne(std::string_view text, const Word& left, const Word& right) {
  if (right.span.empty()) return false;
  const bool whole = left.known && right.known && !IsLigature(left.span.In(text)) &&
                     !IsLigature(right.span.In(text));
  const Span gap{left.span.end, right.span.begin};
  return !whole && (gap.In(text) == " " || gap.In(text) == "\uFFFD");
}

bool BeginsSentence(std::string_view text, std::size_t at) {
  while (at > 0) {
    const Character before = CharacterBefore(text, at);
    if (before.code == U'\n') return true;
    if (!IsInlineSpace(before.code)) break;
    at -= before.size;
  }
  return at == 0 || EndOf(text.substr(0, at)) == LineEnd::kSentence;
}

// Replaces `span` by `meant`, without the bytes that both have at their ends.
void ReplaceChanged(std::string_view text, Span span, std::string_view meant, std::string_view rule,
                    Edits& edits) {
  while (!span.empty() && !meant.empty() && text[span.begin] == meant.front()) {
    ++span.begin;
    meant.remove_prefix(1);
  }
  while (!span.empty() && !meant.empty() && text[span.end - 1] == meant.back()) {
    --span.end;
    meant.remove_suffix(1);
  }
  while (!OnBoundary(text, span.begin)) {
    --span.begin;
    meant = {meant.data() - 1, meant.size() + 1};
  }
  while (!OnBoundary(text, span.end)) {
    ++span.end;
    meant = {meant.data(), meant.size() + 1};
  }
  edits.Replace(span, meant, rule, kConfidence);
}

// The words of a text in order.
class WordCursor {
 public:
  explicit WordCursor(std::string_view text) : text_(text) {}

  // Empty at the end.
  Span Next() {
    while (pos_ < text_.size()) {
      const std::size_t begin = pos_;
      const std::size_t end = WordEnd(text_, begin);
      pos_ = end > begin ? end : begin + CharacterAt(text_, begin).size;
      if (end > begin) return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }
    const auto size = static_cast<std::uint32_t>(text_.size());
    return {size, size};
  }

 private:
  std::string_view text_;
  std::size_t pos_ = 0;
};

}  // namespace

void Ocr::Declare(ParamSpec<Params>& spec) {
  spec.Field(DocumentLanguages::kParam, &Params::language, DocumentLanguages::kHelp);
  spec.Field("skip", &Params::skip, "Rules that are not applied.")
      .OneOf({std::string(kConfusion), std::string(kDigit), std::string(kIjAsY),
              std::string(kLigatureLost), std::string(kLigatureSpaced), std::string(kLongS),
              std::string(kIj), std::string(kQuotes)});
  spec.Field("known", &Params::known,
             "A word that the corpus has as often as this is never changed.")
      .AtLeast(1);
  spec.Field("support", &Params::support,
             "The corpus must have a word as often as this to put it in the place of another.")
      .AtLeast(1);
}

Ocr::Ocr(Params params)
    : params_(std::move(params)), skip_(params_.skip.begin(), params_.skip.end()) {}

Status Ocr::Open(Setup& setup) { return languages_.Open(setup, params_.language); }

void Ocr::MendWords(std::string_view text, Lexicon& lexicon, Edits& edits) const {
  const OcrThresholds thresholds{static_cast<std::uint32_t>(params_.known),
                                 static_cast<std::uint32_t>(params_.support)};
  OcrJudge judge(lexicon, corpus(), thresholds,
                 [this](std::string_view rule) { return Applies(rule); });
  WordCursor words(text);
  const auto read = [&] {
    const Span span = words.Next();
    return Word{span, !span.empty() && judge.IsWord(span.In(text))};
  };
  Word next = read();
  for (Word word = next; !word.span.empty(); word = next) {
    next = read();
    if (MayBeOne(text, word, next)) {
      if (const auto joined = judge.Join(word.span.In(text), next.span.In(text))) {
        ReplaceChanged(text, {word.span.begin, next.span.end}, joined->word, joined->rule, edits);
        next = read();
        continue;
      }
    }
    if (word.known) continue;
    if (const auto mended = judge.Mend(word.span.In(text), BeginsSentence(text, word.span.begin))) {
      ReplaceChanged(text, word.span, mended->word, mended->rule, edits);
    }
  }
}

// Signs first: a word with a long s is known once that is gone.
Status Ocr::Process(Document& document, Context& context) {
  Edits edits;
  if (Applies(kLongS)) MendLongS(document.text(), kLongS, edits);
  if (Applies(kIj)) SpellIj(document.text(), kIj, edits);
  if (Applies(kQuotes)) MendQuotes(document.text(), kQuotes, edits);
  KOPPEL_RETURN_IF_ERROR(document.Apply(edits, context.step()));
  edits.Clear();
  MendWords(document.text(), languages_.LexiconOf(languages_.Of(document)), edits);
  return document.Apply(edits, context.step());
}

}  // namespace koppel::text
