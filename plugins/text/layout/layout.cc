#include "layout/layout.h"

#include "lines/key.h"

namespace koppel::text {
namespace {

void AddArtefact(Document& document, Span span, std::string_view kind, std::string_view decision,
                 std::string_view rule, double confidence) {
  document.layer<Artefact>()
      .Add(span)
      .Set(Artefact::kind, kind)
      .Set(Artefact::decision, decision)
      .Set(Artefact::rule, rule)
      .Set(Artefact::confidence, confidence)
      .Set(Artefact::resolved, true)
      .Set(Artefact::left,
           span.size() <= kLongestFurniture ? span.In(document.text()) : std::string_view());
}

Region::Kind RegionKind(LineRole role) {
  switch (role) {
    case LineRole::kHeader:
      return Region::Kind::kHeader;
    case LineRole::kFooter:
      return Region::Kind::kFooter;
    case LineRole::kPageNumber:
      return Region::Kind::kPageNumber;
    case LineRole::kPullQuote:
      return Region::Kind::kPullQuote;
    case LineRole::kBody:
    case LineRole::kStrayMark:
      break;
  }
  return Region::Kind::kBody;
}

Row<Region> AddRegion(Document& document, Span span, LineRole role, double confidence) {
  return document.layer<Region>()
      .Add(span)
      .Set(Region::kind, RegionKind(role))
      .Set(Region::rule, RuleOf(role))
      .Set(Region::confidence, confidence);
}

// What is lost or moved by the edits is noted on the text as it still stands.
void NoteBefore(const LayoutAnalysis& analysis, Document& document) {
  for (const RemovedLine& line : analysis.removed) {
    AddArtefact(document, line.span, RuleOf(line.role), "remove", RuleOf(line.role),
                line.confidence);
    if (line.role == LineRole::kStrayMark) continue;
    AddRegion(document, line.span, line.role, line.confidence)
        .Set(Region::removed_text, line.span.In(document.text()));
  }
  for (const Edits::Edit& edit : analysis.edits.edits()) {
    if (edit.rule == kColumnsRule) {
      AddArtefact(document, edit.span, "columns", "reorder", edit.rule, edit.confidence);
    }
  }
  if (document.HasLayer(Page::kSchema.name)) return;  // a reader knows better
  for (const PageSpan& page : analysis.pages) {
    document.layer<Page>().Add(page.span).Set(Page::number, page.number);
  }
}

void AddLines(const LayoutAnalysis& analysis, Document& document) {
  for (const LaidLine& line : analysis.lines) {
    document.layer<Line>()
        .Add(line.span)
        .Set(Line::indent, line.indent)
        .Set(Line::trailing, line.trailing)
        .Set(Line::width, line.width);
    if (line.role == LineRole::kPullQuote)
      AddRegion(document, line.span, line.role, line.confidence);
  }
}

}  // namespace

void Layout::Declare(ParamSpec<Params>& spec) {
  spec.Field("furniture", &Params::furniture,
             "Take out running heads, running feet and page numbers.");
  spec.Field("columns", &Params::columns,
             "Put text columns that stand side by side one after the other.");
  spec.Field("marks", &Params::marks, "Take out stray marks and set pull quotes apart.");
}

Status Layout::Process(Document& document, Context& context) {
  LayoutAnalysis analysis = AnalyseLayout(document.text(), params_);
  NoteBefore(analysis, document);
  KOPPEL_RETURN_IF_ERROR(document.Apply(analysis.edits, context.step()));
  AddLines(analysis, document);
  return Ok();
}

}  // namespace koppel::text
