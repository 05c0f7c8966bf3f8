#include "quotes/quotes.h"

#include <algorithm>
#include <string>
#include <vector>

#include "people/people.h"
#include "quotes/quotations.h"

namespace koppel::speakers {

namespace {

std::vector<QuotationTurn> TurnsOf(const Document& document, const Words& words) {
  std::vector<QuotationTurn> turns;
  for (const auto row : document.layer<Turn>()) {
    const Turn::Kind kind = row[Turn::kind];
    if (kind == Turn::Kind::kBoilerplate || kind == Turn::Kind::kSignature) continue;
    QuotationTurn turn;
    turn.first = words.At(row.span().begin);
    turn.last = words.At(row.span().end);
    turn.speaker = row[Turn::speaker] ? row[Turn::speaker].index : kNobody;
    turn.article = kind == Turn::Kind::kArticle;
    turn.comment = kind == Turn::Kind::kComment;
    if (turns.empty() || turn.first >= turns.back().last) turns.push_back(turn);
  }
  if (turns.empty()) {
    turns.push_back({});
    turns.back().last = words.size();
  }
  return turns;
}

// "merkt … op": the cue, and a particle of it behind the subject.
std::string CueText(const Words& words, const Attribution& attribution, const Lexicon& lexicon) {
  if (!attribution.cue) return {};
  std::string text = words.Join(attribution.cue->first, attribution.cue->last);
  if (!attribution.subject || attribution.cue->tier == Cue::Tier::kNominal) return text;
  const std::size_t from = std::max(attribution.subject->last, attribution.cue->last);
  for (std::size_t i = from; i < from + 2 && words.IsWord(i); ++i) {
    const std::size_t n = lexicon.Match(List::kCueParticle, words, i);
    const bool ends = i + n >= words.size() || words[i + n].kind == Word::Kind::kMark;
    if (n > 0 && ends) return text.append(" … ").append(words.Join(i, i + n));
  }
  return text;
}

class QuoteWriter {
 public:
  QuoteWriter(const Words& words, const Lexicon& lexicon, const std::vector<Ref<Entity>>& entities,
              Document& document)
      : words_(words), lexicon_(lexicon), entities_(entities), document_(document) {}

  void Write(const QuoteDraft& draft) {
    const std::vector<std::int32_t> parts = WriteParts(draft);
    auto quote = document_.layer<Quote>().Add(words_.Cover(draft.first(), draft.last()));
    quote.Set(Quote::kind, draft.kind)
        .Set(Quote::level, draft.level)
        .Set(Quote::inferred, draft.inferred);
    if (!parts.empty()) quote.Set(Quote::parts, Refs<QuotePart>(parts));
    if (!draft.closed && draft.speaker == kNobody) quote.Set(Quote::rule, "unclosed");
    if (draft.kind == Quote::Kind::kNotSpeech) return;
    if (!draft.rule.empty()) quote.Set(Quote::rule, draft.rule);
    if (draft.attribution) {
      if (const std::string cue = CueText(words_, *draft.attribution, lexicon_); !cue.empty())
        quote.Set(Quote::cue, cue);
    }
    WriteSpeaker(draft, quote);
  }

 private:
  std::vector<std::int32_t> WriteParts(const QuoteDraft& draft) {
    std::vector<std::int32_t> rows;
    if (draft.parts.size() < 2) return rows;
    for (const WordRange& part : draft.parts) {
      rows.push_back(
          document_.layer<QuotePart>().Add(words_.Cover(part.first, part.last)).ref().index);
    }
    return rows;
  }

  void WriteSpeaker(const QuoteDraft& draft, Row<Quote>& quote) {
    const bool known = draft.speaker != kNobody;
    if (known) quote.Set(Quote::speaker, entities_[static_cast<std::size_t>(draft.speaker)]);
    if (known || draft.mention) quote.Set(Quote::confidence, draft.confidence);
    if (draft.mention) {
      auto mention = document_.layer<Mention>().Add(*draft.mention);
      mention.Set(Mention::form, draft.form);
      if (known) mention.Set(Mention::entity, entities_[static_cast<std::size_t>(draft.speaker)]);
      quote.Set(Quote::mention, mention.ref());
    }
    std::vector<std::int32_t> to;
    for (const int person : draft.addressees)
      to.push_back(entities_[static_cast<std::size_t>(person)].index);
    if (!to.empty()) quote.Set(Quote::addressees, Refs<Entity>(to));
  }

  const Words& words_;
  const Lexicon& lexicon_;
  const std::vector<Ref<Entity>>& entities_;
  Document& document_;
};

}  // namespace

void Quotes::Declare(ParamSpec<Params>& spec) {
  spec.Field("indirect", &Params::indirect,
             "Whether speech that is reported without marks is annotated too.");
}

Status Quotes::Open(Setup& setup) {
  Result<std::shared_ptr<const Languages>> languages = Languages::Load(setup);
  if (!languages.ok()) return std::move(languages).status();
  languages_ = *languages;
  return Ok();
}

Status Quotes::Process(Document& document, Context&) {
  const Lexicon& lexicon = languages_->For(document.language(), document.text());
  const Words words = ScanDocument(document, lexicon);
  Registry registry = RestorePeople(document, lexicon);
  const std::size_t known = registry.people().size();
  std::vector<QuoteDraft> drafts =
      FindQuotations(words, TurnsOf(document, words), lexicon, registry);
  if (!params_.indirect) {
    std::erase_if(drafts, [](const QuoteDraft& d) {
      return d.kind == Quote::Kind::kIndirect || d.kind == Quote::Kind::kReported;
    });
  }
  const std::vector<Ref<Entity>> entities = StorePeople(registry, known, document);
  QuoteWriter writer(words, lexicon, entities, document);
  for (const QuoteDraft& draft : drafts) writer.Write(draft);
  return Ok();
}

}  // namespace koppel::speakers
