#include "quotes/speaker_decoder.h"

#include <algorithm>

namespace koppel::speakers {

namespace {

constexpr double kContinues = 0.7;
constexpr double kBeat = 0.55;
constexpr double kParagraphSubject = 0.5;
constexpr double kAlternates = 0.5;
constexpr double kNearest = 0.3;
constexpr double kPronoun = 0.75;        // certainty that a pronoun is resolved rightly
constexpr std::size_t kParagraph = 500;  // words looked at for a paragraph's border
constexpr std::size_t kNearBy = 120;     // words back to who was named last

std::string Printed(const Words& words, const Name& name) {
  const Span span = name.bare.empty() ? name.span : name.bare;
  return words.Join(words.At(span.begin), name.last);
}

Mention::Form FormOf(const Subject& subject) {
  if (subject.kind == Subject::Kind::kNounPhrase) return Mention::Form::kNounPhrase;
  if (subject.kind != Subject::Kind::kName) return Mention::Form::kPronoun;
  return subject.name->given.empty() ? Mention::Form::kSurname : Mention::Form::kFull;
}

}  // namespace

void RegisterSubject(const Words& words, const Subject& subject, Registry& registry) {
  if (subject.kind == Subject::Kind::kName)
    registry.Intern(*subject.name, Printed(words, *subject.name));
}

void SpeakerDecoder::Decode(const std::vector<QuoteDraft*>& quotes) {
  for (QuoteDraft* quote : quotes) {
    FindAddressees(*quote);
    if (quote->attribution && quote->attribution->subject) {
      FromSubject(*quote);
    } else if (!Infer(*quote)) {
      continue;
    }
    decided_.push_back(quote);
  }
}

void SpeakerDecoder::FromSubject(QuoteDraft& quote) {
  const Attribution& attribution = *quote.attribution;
  const Subject& subject = *attribution.subject;
  quote.mention = subject.span;
  quote.form = FormOf(subject);
  quote.confidence = attribution.confidence;
  quote.inferred = quote.inferred || attribution.rule == "colon";
  if (quote.rule.empty()) quote.rule = attribution.rule;
  switch (subject.kind) {
    case Subject::Kind::kName:
      quote.speaker = registry_.Intern(*subject.name, Printed(words_, *subject.name));
      break;
    case Subject::Kind::kFirstPerson:
      quote.speaker = turn_.speaker;
      break;
    case Subject::Kind::kNounPhrase:
      quote.speaker = registry_.InternLabel(
          words_.Join(subject.first, subject.last), subject.span,
          subject.organisation ? Entity::Kind::kOrganisation : Entity::Kind::kRole);
      break;
    case Subject::Kind::kPronoun:
      if (subject.plural && subject.gender == Gender::kUnknown) break;
      if (const Appearance* named = cast_.Meant(turn_.first, ParagraphBegin(subject.first),
                                                subject.first, subject.gender, Others(quote))) {
        const bool far = named->word < ParagraphBegin(subject.first);
        const int unnamed = far && quote.rule == "dash" ? UnnamedVoice(quote) : kNobody;
        quote.speaker = unnamed != kNobody ? unnamed : PersonOf(*named);
        quote.confidence *= kPronoun;
      }
      break;
  }
}

// Whom a pronoun of the third person does not mean: who is spoken to, and who speaks the turn.
std::vector<int> SpeakerDecoder::Others(const QuoteDraft& quote) const {
  std::vector<int> others = quote.addressees;
  if (turn_.speaker != kNobody) others.push_back(turn_.speaker);
  return others;
}

int SpeakerDecoder::PersonOf(const Appearance& named) {
  if (named.person != kNobody) return named.person;
  if (named.name) return registry_.Intern(*named.name, Printed(words_, *named.name));
  const std::string label = words_.Join(named.word, words_.At(named.span.end));
  return registry_.InternLabel(label, named.span, Entity::Kind::kRole);
}

std::size_t SpeakerDecoder::ParagraphBegin(std::size_t word) const {
  const std::size_t earliest = std::max(turn_.first, word - std::min(word, kParagraph));
  while (word > earliest && !words_[word].blank_before) --word;
  return word;
}

bool SpeakerDecoder::Infer(QuoteDraft& quote) {
  quote.inferred = true;
  if (quote.kind == Quote::Kind::kMixed && !quote.attribution) return false;
  if (IsExhibit(quote)) return false;
  const QuoteDraft* before = decided_.empty() ? nullptr : decided_.back();
  if (before != nullptr && quote.level > before->level) return false;
  if (before != nullptr && SameParagraph(before->last(), quote.first())) {
    Take(quote, *before, "continues", kContinues);
    return true;
  }
  return FromBeat(quote) || FromParagraph(quote) || FromAlternation(quote) || FromNearest(quote);
}

// "de stelling: ‘…’", "een spreuk: ‘…’": words that nobody is said to say.
bool SpeakerDecoder::IsExhibit(const QuoteDraft& quote) const {
  const std::size_t begin = quote.first();
  return begin > turn_.first + 1 && words_.IsMark(begin - 1, ":") &&
         lexicon_.Has(List::kTerm, words_.Lower(begin - 2));
}

// Somebody acts, and then speaks: the first who can be the subject of the sentence before, in the
// same paragraph.
bool SpeakerDecoder::FromBeat(QuoteDraft& quote) {
  const std::size_t begin = quote.first();
  if (begin <= turn_.first || words_[begin].blank_before) return false;
  const std::size_t limit =
      decided_.empty() ? turn_.first : std::max(turn_.first, decided_.back()->last());
  if (begin <= limit) return false;
  const std::size_t first = SentenceBegin(words_, begin - 1, limit, lexicon_);
  const Clause clause = ReadClause(words_, first, begin, lexicon_);
  // "Wij spraken over het volgende: …": a colon without a cue shows what is spoken of.
  const bool shown = words_.IsMark(begin - 1, ":");
  for (const Subject& subject : clause.subjects) {
    if (subject.after_preposition || subject.kind == Subject::Kind::kNounPhrase) continue;
    if (shown && subject.kind == Subject::Kind::kFirstPerson) continue;
    quote.attribution = Attribution{subject, std::nullopt, "beat", kBeat, first, begin};
    FromSubject(quote);
    return true;
  }
  return false;
}

// Who was named last, and not behind a preposition, in the same paragraph; unless a pronoun since
// may mean somebody else.
bool SpeakerDecoder::FromParagraph(QuoteDraft& quote) {
  const std::size_t begin = quote.first();
  if (quote.kind == Quote::Kind::kMixed || words_[begin].blank_before) return false;
  const Appearance* named = cast_.Last(std::max(turn_.first, ParagraphBegin(begin)), begin,
                                       Gender::kUnknown, Others(quote));
  if (named == nullptr || named->object || named->speech != kNoSpeech) return false;
  for (std::size_t i = words_.At(named->span.end); i < begin; ++i) {
    const auto subject = MatchSubject(words_, i, lexicon_);
    if (subject && subject->kind == Subject::Kind::kPronoun) return false;
  }
  TakeNamed(quote, *named, "paragraph", kParagraphSubject);
  return true;
}

// A new paragraph of speech is the other's of the last two who spoke. A fragment in somebody's
// sentence takes no turn in a conversation.
bool SpeakerDecoder::FromAlternation(QuoteDraft& quote) {
  const QuoteDraft* other = OtherVoice(quote);
  if (other == nullptr) return false;
  Take(quote, *other, "alternates", kAlternates);
  return true;
}

// Among lines of dialogue a pronoun can mean somebody without a name whose turn it is.
int SpeakerDecoder::UnnamedVoice(const QuoteDraft& quote) const {
  const QuoteDraft* other = OtherVoice(quote);
  const bool unnamed = other != nullptr && other->speaker != kNobody &&
                       registry_[other->speaker].kind == Entity::Kind::kRole;
  return unnamed ? other->speaker : kNobody;
}

const QuoteDraft* SpeakerDecoder::OtherVoice(const QuoteDraft& quote) const {
  constexpr std::size_t kVoices = 6;
  const QuoteDraft* last = nullptr;
  std::size_t tried = 0;
  for (auto at = decided_.rbegin(); at != decided_.rend() && tried < kVoices; ++at, ++tried) {
    const QuoteDraft& other = **at;
    if (other.kind == Quote::Kind::kMixed) continue;
    if (last == nullptr) {
      last = &other;
      continue;
    }
    const bool same = other.speaker == last->speaker &&
                      (other.speaker != kNobody || other.mention == last->mention);
    const bool addressed = std::find(quote.addressees.begin(), quote.addressees.end(),
                                     other.speaker) != quote.addressees.end();
    if (same || addressed) continue;
    return &other;
  }
  return nullptr;
}

bool SpeakerDecoder::FromNearest(QuoteDraft& quote) {
  const std::size_t begin = quote.first();
  const std::size_t limit = std::max(turn_.first, begin - std::min(begin, kNearBy));
  const Appearance* named = cast_.Last(limit, begin, Gender::kUnknown, quote.addressees);
  if (named == nullptr) return false;
  TakeNamed(quote, *named, "nearest", kNearest);
  return true;
}

void SpeakerDecoder::TakeNamed(QuoteDraft& quote, const Appearance& named, std::string_view rule,
                               double confidence) {
  quote.speaker = PersonOf(named);
  quote.mention = named.span;
  quote.form = named.form;
  quote.confidence = confidence;
  if (quote.rule.empty()) quote.rule = rule;
}

bool SpeakerDecoder::SameParagraph(std::size_t a, std::size_t b) const {
  if (b < a || b - a > kParagraph) return b < a;
  for (std::size_t i = a; i <= b && i < words_.size(); ++i) {
    if (words_[i].blank_before) return false;
  }
  return true;
}

void SpeakerDecoder::Take(QuoteDraft& quote, const QuoteDraft& from, std::string_view rule,
                          double confidence) {
  quote.speaker = from.speaker;
  quote.mention = from.mention;
  quote.form = from.form;
  quote.confidence = confidence;
  if (quote.rule.empty()) quote.rule = rule;
}

// "Kom, Truus, we gaan": a known name between marks.
void SpeakerDecoder::FindAddressees(QuoteDraft& quote) {
  const auto& all = cast_.appearances();
  auto at = std::lower_bound(all.begin(), all.end(), quote.first(),
                             [](const Appearance& a, std::size_t word) { return a.word < word; });
  for (; at != all.end() && at->word < quote.last(); ++at) {
    const std::size_t end = words_.At(at->span.end);
    const bool opened = at->word > 0 && words_[at->word - 1].kind == Word::Kind::kMark;
    const bool closed = end < words_.size() && words_[end].kind == Word::Kind::kMark;
    const bool known = std::find(quote.addressees.begin(), quote.addressees.end(), at->person) !=
                       quote.addressees.end();
    if (at->person != kNobody && opened && closed && !known && quote.addressees.size() < 4)
      quote.addressees.push_back(at->person);
  }
}

}  // namespace koppel::speakers
