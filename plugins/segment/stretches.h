// The parts of a document that are segmented on their own: its paragraphs, each with its language.
#pragma once

#include <string_view>
#include <vector>

#include "koppel/document.h"
#include "koppel/params.h"
#include "rule_book.h"

namespace koppel::segment {

// Parameters of every component of this plugin.
struct SegmentParams {
  std::string language = "auto";

  template <class P>
  static void DeclareLanguage(ParamSpec<P>& spec) {
    spec.Field("language", &P::language,
               "BCP 47 code; auto takes the `language` layer, else the document's language.");
  }
};

struct Stretch {
  Span span;
  const LanguageRules* rules;
};

// The paragraphs in order, without overlaps: those of the `paragraph` layer, or what blank lines
// part where there is no such layer. Text between the layer's paragraphs is taken as well, so that
// none is lost.
std::vector<Stretch> Stretches(const Document& document, const RuleBook& book,
                               std::string_view language);

}  // namespace koppel::segment
