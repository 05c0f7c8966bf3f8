#include "dehyphenate/dehyphenate.h"

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "dehyphenate/edit.h"
#include "dehyphenate/welded.h"
#include "koppel/layers.h"
#include "lines/breaks.h"

namespace koppel::text {
namespace {

std::string_view Name(BreakKind kind) {
  switch (kind) {
    case BreakKind::kJoin:
      return "join";
    case BreakKind::kKeep:
      return "keep";
    case BreakKind::kSuspended:
      return "suspend";
    case BreakKind::kAbstain:
      return "abstain";
  }
  return "";
}

void AddArtefact(const LineBreak& place, const Decision& decision, Document& document) {
  const std::string_view text = document.text();
  document.layer<Artefact>()
      .Add({place.left, place.right_end})
      .Set(Artefact::kind, "hyphen")
      .Set(Artefact::left, place.Left(text))
      .Set(Artefact::right, place.Right(text))
      .Set(Artefact::decision, Name(decision.kind))
      .Set(Artefact::rule, decision.rule)
      .Set(Artefact::confidence, decision.confidence)
      .Set(Artefact::resolved, decision.kind != BreakKind::kAbstain)
      .Set(Artefact::evidence, Explain(decision.evidence));
}

void AddWeld(const Weld& weld, Document& document, Edits& edits) {
  const std::string_view text = document.text();
  edits.Replace({weld.at, weld.at}, weld.inserted, weld.rule, weld.confidence);
  document.layer<Artefact>()
      .Add({weld.begin, weld.end})
      .Set(Artefact::kind, "welded")
      .Set(Artefact::left, text.substr(weld.begin, weld.at - weld.begin))
      .Set(Artefact::right, text.substr(weld.at, weld.end - weld.at))
      .Set(Artefact::decision, "split")
      .Set(Artefact::rule, weld.rule)
      .Set(Artefact::confidence, weld.confidence)
      .Set(Artefact::resolved, true);
}

}  // namespace

void Dehyphenate::Declare(ParamSpec<Params>& spec) {
  spec.Field(DocumentLanguages::kParam, &Params::language, DocumentLanguages::kHelp);
  spec.Field(
          "abstain_below", &Params::abstain_below,
          "Leave the text as it is where the best decision is less certain than this. With 0 all "
          "are acted on: of those below 0.9 one in fifteen is wrong, and `koppel repairs --below "
          "0.9` lists "
          "them.")
      .AtLeast(0)
      .AtMost(1);
  spec.Field("split_welded", &Params::split_welded,
             "Also divide words that an earlier extraction has made one (individualund), where the "
             "dictionary and the corpus agree.");
}

Status Dehyphenate::Open(Setup& setup) { return languages_.Open(setup, params_.language); }

Status Dehyphenate::Process(Document& document, Context& context) {
  const std::vector<LineBreak> breaks = FindLineBreaks(document.text());
  if (breaks.empty() && !params_.split_welded) return Ok();
  const LanguageResources& language = languages_.Of(document);
  Lexicon& lexicon = languages_.LexiconOf(language);
  std::vector<Weld> welds;
  if (params_.split_welded) {
    welds = WeldFinder(language.data, lexicon, corpus()).Find(document.text(), breaks);
  }
  BreakJudge judge(language.data, lexicon, corpus());
  judge.Begin([&]() -> const HyphenVocabulary& {
    own_words_.Clear();
    own_words_.AddText(document.text(), breaks);
    return own_words_;
  });
  Edits edits;
  auto weld = welds.begin();
  for (const LineBreak& place : breaks) {
    for (; weld != welds.end() && weld->begin < place.left; ++weld) AddWeld(*weld, document, edits);
    Decision decision = judge.Decide(Describe(place, document.text()));
    if (decision.confidence < params_.abstain_below) decision.kind = BreakKind::kAbstain;
    if (place.look_alike && decision.kind == BreakKind::kAbstain) continue;
    AddEdit(place, decision, document.text(), edits);
    AddArtefact(place, decision, document);
  }
  for (; weld != welds.end(); ++weld) AddWeld(*weld, document, edits);
  return document.Apply(edits, context.step());
}

}  // namespace koppel::text
