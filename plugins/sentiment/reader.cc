#include "reader.h"

#include <algorithm>

#include "irony.h"

namespace koppel::sentiment {

bool IsText(Turn::Kind kind) {
  return kind != Turn::Kind::kBoilerplate && kind != Turn::Kind::kByline &&
         kind != Turn::Kind::kBio && kind != Turn::Kind::kSignature;
}

DocumentReader::DocumentReader(const Document& document, const Voices& voices,
                               const LanguageBook& book, std::string_view language)
    : document_(document), voices_(voices), book_(book), language_(language) {
  speaker_mention_.resize(document.layer<Mention>().size(), false);
  for (const auto quote : document.layer<Quote>()) {
    const Ref<Mention> mention = quote[Quote::mention];
    if (mention) speaker_mention_[static_cast<std::size_t>(mention.index)] = true;
  }
  for (const auto mention : document.layer<Mention>()) {
    const bool own = voices.NamesOwnSpeaker(mention.span().begin, mention[Mention::entity]);
    if (own) speaker_mention_[mention.index()] = true;
  }
}

DocumentReading DocumentReader::Read() {
  const auto turns = document_.layer<Turn>();
  for (const auto sentence : document_.layer<Sentence>()) {
    const Ref<Turn> turn = voices_.TurnAt(sentence.span().begin);
    if (turn && !IsText(turns[turn][Turn::kind])) continue;
    // Nobody's "zij" means what another speaker spoke of.
    if (turn != last_turn_) last_target_ = {};
    last_turn_ = turn;
    ReadSentence(sentence.span());
  }
  return std::move(reading_);
}

std::string_view DocumentReader::LanguageOf(Span sentence) const {
  if (language_ != "auto") return language_;
  const auto layer = document_.layer<Language>();
  const std::uint32_t after = layer.LowerBound(sentence.begin + 1);
  if (after == 0 || !layer[after - 1].span().Contains(sentence)) return document_.language();
  const std::string_view code = layer[after - 1][Language::code];
  return code.empty() || code == "und" ? document_.language() : code;
}

void DocumentReader::ReadSentence(Span span) {
  const LanguageData* data = book_.Find(LanguageOf(span));
  if (data == nullptr) return;
  CollectWords(span);
  std::vector<TargetAt> targets = NamesIn(span);
  FindTargets(words_, data->targets, targets);
  const Parse parse = ParseSentence(words_, MaskOf(words_, targets), *data);
  AddReference(words_, data->modifiers, last_target_, targets);
  std::erase_if(targets, [](const TargetAt& target) { return target.name.empty(); });
  const std::vector<Finding> findings = Weigh(words_, parse);

  SentenceReading sentence{span, Cover(parse, data->modifiers),
                           LooksIronic(words_, parse, findings, data->modifiers),
                           voices_.QuoteAt(span.begin), last_turn_};
  reading_.sentences.push_back(sentence);
  AddSigns(AssignTargets(words_, parse, findings, targets, data->modifiers), findings, targets);
  last_target_ = targets.empty() ? std::string_view() : targets.back().name;
}

void DocumentReader::CollectWords(Span span) {
  words_.Clear();
  const auto tokens = document_.layer<Token>();
  while (token_ < tokens.size() && tokens[token_].span().begin < span.begin) ++token_;
  for (; token_ < tokens.size() && tokens[token_].span().end <= span.end; ++token_) {
    const auto token = tokens[token_];
    words_.Add(token.span(), token.text(), token[Token::kind] == Token::Kind::kWord);
  }
}

// The places that mentions name. Those that only tell who speaks have no name: they are masked, but
// no target.
std::vector<TargetAt> DocumentReader::NamesIn(Span span) {
  std::vector<TargetAt> names;
  const auto mentions = document_.layer<Mention>();
  const auto entities = document_.layer<Entity>();
  std::size_t word = 0;
  while (mention_ < mentions.size() && mentions[mention_].span().begin < span.begin) ++mention_;
  for (; mention_ < mentions.size() && mentions[mention_].span().begin < span.end; ++mention_) {
    const auto mention = mentions[mention_];
    while (word < words_.size() && words_[word].span.begin < mention.span().begin) ++word;
    std::size_t end = word;
    while (end < words_.size() && words_[end].span.end <= mention.span().end) ++end;
    if (end == word) continue;
    const Ref<Entity> entity = mention[Mention::entity];
    std::string_view name = entity ? entities[entity][Entity::name] : mention.text();
    if (speaker_mention_[mention_]) name = {};
    names.push_back({name, word, end - 1});
    word = end;
  }
  return names;
}

void DocumentReader::AddSigns(const std::vector<std::size_t>& assigned,
                              const std::vector<Finding>& findings,
                              const std::vector<TargetAt>& targets) {
  const std::size_t first_target = reading_.targets.size();
  for (const TargetAt& target : targets) {
    reading_.targets.push_back({words_.Cover(target.first, target.last), target.name});
  }
  for (std::size_t f = 0; f < findings.size(); ++f) {
    const Finding& finding = findings[f];
    Sign& sign = reading_.signs.emplace_back();
    sign.span = finding.span;
    sign.entry = finding.found.entry->name;
    sign.value = finding.value;
    sign.modifiers = finding.modifiers;
    sign.sentence = reading_.sentences.size() - 1;
    if (assigned[f] != kNoTarget) sign.target = first_target + assigned[f];
    sign.quote = voices_.QuoteAt(sign.span.begin);
    sign.turn = last_turn_;
  }
}

Coverage DocumentReader::Cover(const Parse& parse, const Modifiers& modifiers) const {
  std::vector<bool> known(words_.size(), false), function(words_.size(), false);
  for (const Found& found : parse.entries) {
    known[found.last] = true;
    for (std::size_t i = found.first; i <= found.last && !found.split; ++i) known[i] = true;
    known[found.first] = true;
  }
  for (const ModifierAt& at : parse.modifiers) {
    for (std::size_t i = at.first; i <= at.last; ++i) function[i] = true;
  }
  Coverage coverage;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (!words_[i].is_word || parse.masked[i] || (function[i] && !known[i])) continue;
    if (modifiers.IsAlso(words_.Lower(i), Modifier::Kind::kSubject)) continue;
    coverage.Add({known[i] ? std::size_t{1} : 0, 1});
  }
  return coverage;
}

}  // namespace koppel::sentiment
