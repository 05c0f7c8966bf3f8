// The standard layers, so that plugins of different authors fit together. A plugin may declare its
// own in the same way and list their schemas in its manifest. Adding a feature at the end of a
// layer is compatible.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "koppel/layer.h"
#include "koppel/schema.h"

namespace koppel {

// Length units of boxes: points (1/72 inch), origin at the top left of the page.
struct Page {
  static constexpr FeatureInfo kFeatures[] = {
      {"number", FeatureType::kInt, "Position in the file, from 1."},
      {"width", FeatureType::kFloat, "Width of the page.", {}, {}, "pt"},
      {"height", FeatureType::kFloat, "Height of the page.", {}, {}, "pt"},
      {"label", FeatureType::kString, "Number printed on the page, where it is known."}};
  static constexpr LayerSchema kSchema{"page", "A page of a paginated source.", kFeatures};
  static constexpr Feature<std::int64_t, 0> number{};
  static constexpr Feature<double, 1> width{};
  static constexpr Feature<double, 2> height{};
  static constexpr Feature<std::string_view, 3> label{};
};

struct Box {
  static constexpr FeatureInfo kFeatures[] = {
      {"page", FeatureType::kReference, "Page that the box stands on.", {}, "page"},
      {"left", FeatureType::kFloat, "Left edge.", {}, {}, "pt"},
      {"top", FeatureType::kFloat, "Top edge.", {}, {}, "pt"},
      {"right", FeatureType::kFloat, "Right edge.", {}, {}, "pt"},
      {"bottom", FeatureType::kFloat, "Bottom edge.", {}, {}, "pt"},
      {"font_size", FeatureType::kFloat, "Size of the type, where it is known.", {}, {}, "pt"},
      {"font", FeatureType::kString, "Name of the font, where it is known."},
      {"confidence", FeatureType::kFloat, "How sure recognition is of the word, 0 to 1."}};
  static constexpr LayerSchema kSchema{"box", "Place of a word on its page.", kFeatures};
  static constexpr Feature<Ref<Page>, 0> page{};
  static constexpr Feature<double, 1> left{};
  static constexpr Feature<double, 2> top{};
  static constexpr Feature<double, 3> right{};
  static constexpr Feature<double, 4> bottom{};
  static constexpr Feature<double, 5> font_size{};
  static constexpr Feature<std::string_view, 6> font{};
  static constexpr Feature<double, 7> confidence{};
};

struct Region {
  enum class Kind {
    kBody,
    kHeading,
    kHeader,
    kFooter,
    kPageNumber,
    kPullQuote,
    kCaption,
    kList,
    kBoilerplate,
    kFootnote
  };
  static constexpr std::string_view kKinds[] = {"body",        "heading",    "header",  "footer",
                                                "page_number", "pull_quote", "caption", "list",
                                                "boilerplate", "footnote"};
  static constexpr FeatureInfo kFeatures[] = {
      {"kind", FeatureType::kEnum, "What the stretch is on its page.", kKinds},
      {"rule", FeatureType::kString, "Rule that found it."},
      {"confidence", FeatureType::kFloat, "0 to 1."},
      {"text", FeatureType::kString, "What stood there, where it was taken out of the text."}};
  static constexpr LayerSchema kSchema{"region", "A stretch with a role in the layout.", kFeatures};
  static constexpr Feature<Kind, 0> kind{};
  static constexpr Feature<std::string_view, 1> rule{};
  static constexpr Feature<double, 2> confidence{};
  static constexpr Feature<std::string_view, 3> removed_text{};
};

struct Paragraph {
  static constexpr LayerSchema kSchema{"paragraph", "A paragraph, heading or list item.", {}};
};

struct Sentence {
  static constexpr LayerSchema kSchema{"sentence", "A sentence.", {}};
};

struct Token {
  enum class Kind { kWord, kNumber, kPunctuation, kSymbol, kUrl, kEmail };
  static constexpr std::string_view kKinds[] = {"word",   "number", "punctuation",
                                                "symbol", "url",    "email"};
  static constexpr FeatureInfo kFeatures[] = {
      {"kind", FeatureType::kEnum, "What the token is.", kKinds},
      {"lower", FeatureType::kString, "Lower-case form, where a step adds it."},
      {"lemma", FeatureType::kString, "Dictionary form, where a step adds it."}};
  static constexpr LayerSchema kSchema{"token", "A word, number, mark or address.", kFeatures};
  static constexpr Feature<Kind, 0> kind{};
  static constexpr Feature<std::string_view, 1> lower{};
  static constexpr Feature<std::string_view, 2> lemma{};
};

struct Language {
  static constexpr FeatureInfo kFeatures[] = {
      {"code", FeatureType::kString, "Language as a BCP 47 code; und where it is not known."},
      {"confidence", FeatureType::kFloat, "0 to 1."}};
  static constexpr LayerSchema kSchema{"language", "A stretch in one language.", kFeatures};
  static constexpr Feature<std::string_view, 0> code{};
  static constexpr Feature<double, 1> confidence{};
};

// What a repair step saw, and did or left alone. A resolved artefact was changed (or rightly kept);
// an unresolved one was left as it stood, for a person to look at.
struct Artefact {
  static constexpr FeatureInfo kFeatures[] = {
      {"kind", FeatureType::kString, "What was seen: hyphen, header, double_spacing, mojibake, …"},
      {"left", FeatureType::kString, "Text before the place, for a hyphen the left part."},
      {"right", FeatureType::kString, "Text after the place, for a hyphen the right part."},
      {"decision", FeatureType::kString,
       "What was done: join, keep, suspend, remove, replace, abstain, …"},
      {"rule", FeatureType::kString, "Rule that decided."},
      {"confidence", FeatureType::kFloat, "0 to 1."},
      {"resolved", FeatureType::kBool, "False where the text was left alone for want of evidence."},
      {"evidence", FeatureType::kString,
       "Reasons for the decision with their log-odds, e.g. \"corpus_joined +4.7; prefix -6.0\"."}};
  static constexpr LayerSchema kSchema{"artefact", "A trace of layout or extraction in the text.",
                                       kFeatures};
  static constexpr Feature<std::string_view, 0> kind{};
  static constexpr Feature<std::string_view, 1> left{};
  static constexpr Feature<std::string_view, 2> right{};
  static constexpr Feature<std::string_view, 3> decision{};
  static constexpr Feature<std::string_view, 4> rule{};
  static constexpr Feature<double, 5> confidence{};
  static constexpr Feature<bool, 6> resolved{};
  static constexpr Feature<std::string_view, 7> evidence{};
};

// Its span is the first mention.
struct Entity {
  enum class Kind { kPerson, kOrganisation, kRole, kGroup, kDocument, kAnonymous };
  static constexpr std::string_view kKinds[] = {"person", "organisation", "role",
                                                "group",  "document",     "anonymous"};
  static constexpr FeatureInfo kFeatures[] = {
      {"name", FeatureType::kString, "Fullest form of the name."},
      {"kind", FeatureType::kEnum, "What it is.", kKinds},
      {"aliases", FeatureType::kString, "Other forms, separated by '; '."}};
  static constexpr LayerSchema kSchema{"entity", "Somebody or something that is spoken of.",
                                       kFeatures};
  static constexpr Feature<std::string_view, 0> name{};
  static constexpr Feature<Kind, 1> kind{};
  static constexpr Feature<std::string_view, 2> aliases{};
};

struct Mention {
  enum class Form { kFull, kSurname, kForename, kPronoun, kNounPhrase, kRole };
  static constexpr std::string_view kForms[] = {"full",    "surname",     "forename",
                                                "pronoun", "noun_phrase", "role"};
  static constexpr FeatureInfo kFeatures[] = {
      {"entity", FeatureType::kReference, "Who or what is meant.", {}, "entity"},
      {"form", FeatureType::kEnum, "How it is named.", kForms}};
  static constexpr LayerSchema kSchema{"mention", "A place that names an entity.", kFeatures};
  static constexpr Feature<Ref<Entity>, 0> entity{};
  static constexpr Feature<Form, 1> form{};
};

struct Turn {
  enum class Kind {
    kArticle,
    kByline,
    kBio,
    kComment,
    kQuestion,
    kAnswer,
    kMinutes,
    kEmail,
    kSignature,
    kStageDirection,
    kBoilerplate
  };
  static constexpr std::string_view kKinds[] = {
      "article", "byline", "bio",       "comment",         "question",   "answer",
      "minutes", "email",  "signature", "stage_direction", "boilerplate"};
  static constexpr FeatureInfo kFeatures[] = {
      {"kind", FeatureType::kEnum, "What the stretch is.", kKinds},
      {"ordinal", FeatureType::kInt, "Number that a comment carries."},
      {"speaker", FeatureType::kReference, "Whose words they are.", {}, "entity"},
      {"addressees", FeatureType::kReferences, "To whom they are said.", {}, "entity"},
      {"reply_to", FeatureType::kReference, "Turn that is answered.", {}, "turn"},
      {"inferred", FeatureType::kBool, "Whether the speaker is concluded rather than named."},
      {"confidence", FeatureType::kFloat, "Of the speaker, 0 to 1."}};
  static constexpr LayerSchema kSchema{"turn", "A stretch by one voice.", kFeatures};
  static constexpr Feature<Kind, 0> kind{};
  static constexpr Feature<std::int64_t, 1> ordinal{};
  static constexpr Feature<Ref<Entity>, 2> speaker{};
  static constexpr Feature<Refs<Entity>, 3> addressees{};
  static constexpr Feature<Ref<Turn>, 4> reply_to{};
  static constexpr Feature<bool, 5> inferred{};
  static constexpr Feature<double, 6> confidence{};
};

struct QuotePart {
  static constexpr LayerSchema kSchema{
      "quote_part", "A piece of a quotation that other text interrupts.", {}};
};

struct Quote {
  enum class Kind { kDirect, kIndirect, kMixed, kReported, kNotSpeech };
  static constexpr std::string_view kKinds[] = {"direct", "indirect", "mixed", "reported",
                                                "not_speech"};
  static constexpr FeatureInfo kFeatures[] = {
      {"kind", FeatureType::kEnum, "How the words are given.", kKinds},
      {"parts",
       FeatureType::kReferences,
       "Its pieces, where other text interrupts it.",
       {},
       "quote_part"},
      {"cue", FeatureType::kString, "Word that announces it: zegt, volgens, …"},
      {"speaker", FeatureType::kReference, "Whose words they are.", {}, "entity"},
      {"mention", FeatureType::kReference, "Place that names the speaker.", {}, "mention"},
      {"addressees", FeatureType::kReferences, "To whom they are said.", {}, "entity"},
      {"level", FeatureType::kInt, "0, or depth inside another quotation."},
      {"inferred", FeatureType::kBool, "Whether the speaker is concluded rather than named."},
      {"confidence", FeatureType::kFloat, "Of the speaker, 0 to 1."},
      {"rule", FeatureType::kString, "Rule that found it."}};
  static constexpr LayerSchema kSchema{"quote", "Words given as somebody's.", kFeatures};
  static constexpr Feature<Kind, 0> kind{};
  static constexpr Feature<Refs<QuotePart>, 1> parts{};
  static constexpr Feature<std::string_view, 2> cue{};
  static constexpr Feature<Ref<Entity>, 3> speaker{};
  static constexpr Feature<Ref<Mention>, 4> mention{};
  static constexpr Feature<Refs<Entity>, 5> addressees{};
  static constexpr Feature<std::int64_t, 6> level{};
  static constexpr Feature<bool, 7> inferred{};
  static constexpr Feature<double, 8> confidence{};
  static constexpr Feature<std::string_view, 9> rule{};
};

// Neutral says that the evidence balances or is weak; no_evidence that there is none.
struct Sentiment {
  enum class Scope { kSentence, kTurn, kQuote, kTarget, kDocument };
  enum class Label { kNegative, kNeutral, kPositive, kMixed, kNoEvidence };
  static constexpr std::string_view kScopes[] = {"sentence", "turn", "quote", "target", "document"};
  static constexpr std::string_view kLabels[] = {"negative", "neutral", "positive", "mixed",
                                                 "no_evidence"};
  static constexpr FeatureInfo kFeatures[] = {
      {"scope", FeatureType::kEnum, "What is judged.", kScopes},
      {"value", FeatureType::kFloat, "From -1 (negative) to 1 (positive)."},
      {"label", FeatureType::kEnum, "The value in a word.", kLabels},
      {"confidence", FeatureType::kFloat, "0 to 1."},
      {"coverage", FeatureType::kFloat,
       "Part of the content words that the lexicon knows, 0 to 1."},
      {"target", FeatureType::kString, "What the feeling is about."},
      {"holder", FeatureType::kReference, "Whose feeling it is.", {}, "entity"},
      {"irony", FeatureType::kBool, "Whether signs of irony were seen; the value is not turned."}};
  static constexpr LayerSchema kSchema{"sentiment", "Feeling that a stretch expresses.", kFeatures};
  static constexpr Feature<Scope, 0> scope{};
  static constexpr Feature<double, 1> value{};
  static constexpr Feature<Label, 2> label{};
  static constexpr Feature<double, 3> confidence{};
  static constexpr Feature<double, 4> coverage{};
  static constexpr Feature<std::string_view, 5> target{};
  static constexpr Feature<Ref<Entity>, 6> holder{};
  static constexpr Feature<bool, 7> irony{};
};

struct Evidence {
  static constexpr FeatureInfo kFeatures[] = {
      {"of", FeatureType::kReference, "Score that it is part of.", {}, "sentiment"},
      {"value", FeatureType::kFloat, "What it adds to the score."},
      {"entry", FeatureType::kString, "Entry of the lexicon."},
      {"modifiers", FeatureType::kString,
       "What changed the entry's own value: negation, intensifier, …"}};
  static constexpr LayerSchema kSchema{"evidence", "What a score is the sum of.", kFeatures};
  static constexpr Feature<Ref<Sentiment>, 0> of{};
  static constexpr Feature<double, 1> value{};
  static constexpr Feature<std::string_view, 2> entry{};
  static constexpr Feature<std::string_view, 3> modifiers{};
};

// All of the above.
std::span<const LayerSchema* const> StandardLayers();

}  // namespace koppel
