#include "layout/layout.h"

#include <optional>

#include "layout/moved_rows.h"
#include "lines/key.h"

namespace koppel::text {
namespace {

constexpr double kReference = 0.9;  // confidence that a number refers to its note

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
    case LineRole::kFootnote:
      return Region::Kind::kFootnote;
    case LineRole::kHeading:
      return Region::Kind::kHeading;
    case LineRole::kCaption:
      return Region::Kind::kCaption;
    case LineRole::kBody:
    case LineRole::kStrayMark:
      break;
  }
  return Region::Kind::kBody;
}

std::optional<LineRole> RoleOf(Region::Kind kind) {
  switch (kind) {
    case Region::Kind::kHeader:
      return LineRole::kHeader;
    case Region::Kind::kFooter:
      return LineRole::kFooter;
    case Region::Kind::kPageNumber:
      return LineRole::kPageNumber;
    case Region::Kind::kPullQuote:
      return LineRole::kPullQuote;
    case Region::Kind::kFootnote:
      return LineRole::kFootnote;
    case Region::Kind::kHeading:
      return LineRole::kHeading;
    case Region::Kind::kCaption:
      return LineRole::kCaption;
    default:
      return std::nullopt;
  }
}

// What an earlier step, which saw the pages or the corpus, has told of lines.
std::vector<GivenLine> GivenLines(const Document& document, const LayoutOptions& options) {
  std::vector<GivenLine> given;
  for (const auto region : document.layer<Region>()) {
    const std::optional<LineRole> role = RoleOf(region[Region::kind]);
    if (!role || region.Has(Region::removed_text)) continue;
    if (!(IsKept(*role) ? options.marks : options.furniture)) continue;
    const float confidence =
        region.Has(Region::confidence) ? static_cast<float>(region[Region::confidence]) : 1;
    given.push_back({region.span(), *role, confidence});
  }
  return given;
}

// Whether a row of the layer, which is sorted, stands for the line already; notes its text then.
bool NoteInGiven(Document& document, const RemovedLine& line) {
  auto regions = document.layer<Region>();
  for (std::uint32_t i = regions.LowerBound(line.span.begin);
       i < regions.size() && regions[i].span().begin < line.span.end; ++i) {
    auto region = regions[i];
    if (RoleOf(region[Region::kind]) != line.role || region.Has(Region::removed_text)) continue;
    region.Set(Region::removed_text, line.span.In(document.text()));
    return true;
  }
  return false;
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
  std::vector<RemovedLine> not_given;
  for (const RemovedLine& line : analysis.removed) {
    AddArtefact(document, line.span, RuleOf(line.role), "remove", RuleOf(line.role),
                line.confidence);
    if (line.role == LineRole::kStrayMark || NoteInGiven(document, line)) continue;
    not_given.push_back(line);
  }
  for (const RemovedLine& line : not_given) {
    AddRegion(document, line.span, line.role, line.confidence)
        .Set(Region::removed_text, line.span.In(document.text()));
  }
  for (const Edits::Edit& edit : analysis.edits.edits()) {
    if (edit.rule == kColumnsRule) {
      AddArtefact(document, edit.span, "columns", "reorder", edit.rule, edit.confidence);
    } else if (edit.rule == kDropCapRule) {
      AddArtefact(document, edit.span, "drop_cap", "join", edit.rule, edit.confidence);
    } else if (edit.rule == kBulletRule) {
      AddArtefact(document, edit.span, "bullet", "join", edit.rule, edit.confidence);
    }
  }
  for (const MovedLine& line : analysis.moved) {
    AddArtefact(document, line.from, RuleOf(line.role), "move", MoveRuleOf(line.role),
                line.confidence);
  }
  for (const Span mark : analysis.references)
    AddArtefact(document, mark, "note_reference", "keep", "note_reference", kReference);
  for (const Span stretch : analysis.spaced_out)
    AddArtefact(document, stretch, kSpacingRule, "close", kSpacingRule, 1);
  if (document.HasLayer(Page::kSchema.name)) return;  // a reader knows better
  for (const PageSpan& page : analysis.pages) {
    document.layer<Page>().Add(page.span).Set(Page::number, page.number);
  }
}

void AddLines(const LayoutAnalysis& analysis, Document& document) {
  if (!analysis.lines.empty())
    document.layer<Line>().Reserve(static_cast<std::uint32_t>(analysis.lines.size()));
  for (const LaidLine& line : analysis.lines) {
    document.layer<Line>()
        .Add(line.span)
        .Set(Line::indent, line.indent)
        .Set(Line::trailing, line.trailing)
        .Set(Line::width, line.width);
  }
  for (const LaidPart& part : analysis.parts) {
    if (!part.given) AddRegion(document, part.span, part.role, part.confidence);
  }
}

}  // namespace

void Layout::Declare(ParamSpec<Params>& spec) {
  spec.Field("furniture", &Params::furniture,
             "Take out running heads, running feet and page numbers.");
  spec.Field("columns", &Params::columns,
             "Put text columns that stand side by side one after the other.");
  spec.Field("marks", &Params::marks,
             "Take out stray marks, set headings, captions, pull quotes and footnotes apart, and "
             "join drop caps.");
  spec.Field("moves", &Params::moves,
             "Move captions, pull quotes and footnotes that interrupt a paragraph behind it.");
}

Status Layout::Process(Document& document, Context& context) {
  LayoutAnalysis analysis =
      AnalyseLayout(document.text(), params_, GivenLines(document, params_), PrintOf(document));
  NoteBefore(analysis, document);
  MovedRows moved(analysis.moved, document);
  KOPPEL_RETURN_IF_ERROR(document.Apply(analysis.edits, context.step()));
  moved.AddTo(document);
  AddLines(analysis, document);
  return Ok();
}

}  // namespace koppel::text
