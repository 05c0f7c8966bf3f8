#include "fill.h"

#include <fmt/format.h>

#include <cmath>

#include "compose.h"
#include "known.h"
#include "koppel/layers.h"

namespace koppel::read_ocr {
namespace {

constexpr double kFileSays = 0.99;  // recognition errs, too
constexpr std::size_t kLongestLabel = 12;

void AddPages(const Scan& scan, const Composed& composed, Document& document) {
  auto layer = document.layer<Page>();
  for (std::size_t i = 0; i < scan.pages.size(); ++i) {
    const ScanPage& page = scan.pages[i];
    auto row = layer.Add(composed.pages[i]);
    row.Set(Page::number, static_cast<std::int64_t>(i + 1));
    if (page.width > 0) row.Set(Page::width, page.width);
    if (page.height > 0) row.Set(Page::height, page.height);
    std::string_view label = page.label;
    for (const ScanRegion& region : page.regions) {
      const bool lone = region.kind == Region::Kind::kPageNumber && region.lines.size() == 1 &&
                        region.lines[0].size() == 1;
      if (label.empty() && lone && region.lines[0][0].text.size() <= kLongestLabel)
        label = region.lines[0][0].text;
    }
    if (!label.empty()) row.Set(Page::label, label);
  }
}

void AddBoxes(const Composed& composed, Document& document) {
  auto layer = document.layer<Box>();
  for (const PlacedWord& placed : composed.words) {
    const ScanWord& word = *placed.word;
    const bool sure = !std::isnan(word.confidence);
    if (!word.box && !sure) continue;
    auto row = layer.Add(placed.span);
    // Pages were added in their order.
    row.Set(Box::page, Ref<Page>{static_cast<std::int32_t>(placed.page)});
    if (word.box) {
      row.Set(Box::left, word.box->left)
          .Set(Box::top, word.box->top)
          .Set(Box::right, word.box->right)
          .Set(Box::bottom, word.box->bottom);
    }
    if (word.font_size > 0) row.Set(Box::font_size, word.font_size);
    if (!word.font.empty()) row.Set(Box::font, word.font);
    if (sure) row.Set(Box::confidence, word.confidence);
  }
}

std::string_view Name(Region::Kind kind) { return Region::kKinds[static_cast<std::size_t>(kind)]; }

Row<Artefact> AddArtefact(Document& document, Span span, std::string_view kind,
                          std::string_view decision, std::string_view rule) {
  return document.layer<Artefact>()
      .Add(span)
      .Set(Artefact::kind, kind)
      .Set(Artefact::decision, decision)
      .Set(Artefact::rule, rule)
      .Set(Artefact::confidence, kFileSays)
      .Set(Artefact::resolved, true);
}

// As text.layout notes what it takes out.
void TakeOut(const PlacedRegion& placed, Document& document, Edits& edits) {
  const ScanRegion& region = *placed.region;
  const std::string_view text = placed.span.In(document.text());
  edits.Delete(placed.block, Name(*region.kind), kFileSays);
  AddArtefact(document, placed.span, Name(*region.kind), "remove", Name(*region.kind))
      .Set(Artefact::left, text);
  document.layer<Region>()
      .Add(placed.span)
      .Set(Region::kind, *region.kind)
      .Set(Region::rule, region.rule)
      .Set(Region::confidence, kFileSays)
      .Set(Region::removed_text, text);
}

void AddRegions(const Composed& composed, bool set_apart, Document& document, Edits& edits) {
  for (const PlacedRegion& placed : composed.regions) {
    const ScanRegion& region = *placed.region;
    if (!region.kind) continue;
    if (set_apart && IsFurniture(region)) {
      TakeOut(placed, document, edits);
    } else {
      document.layer<Region>()
          .Add(placed.span)
          .Set(Region::kind, *region.kind)
          .Set(Region::rule, region.rule)
          .Set(Region::confidence, kFileSays);
    }
  }
}

void NotePairs(const Composed& composed, const std::vector<BrokenPair>& pairs, Document& document) {
  for (const BrokenPair& pair : pairs) {
    AddArtefact(document, composed.words[KeptHalf(composed, pair)].span, "hyphen",
                pair.hyphenated ? "keep" : "join", kKnownWordRule)
        .Set(Artefact::left, pair.left)
        .Set(Artefact::right, pair.right);
  }
}

void SetFacts(const Scan& scan, Document& document, Context& context) {
  Source source = document.source();
  source.content = SourceContent::kExtraction;
  document.set_source(source);
  for (const auto& [key, value] : scan.metadata) document.SetMetadata(key, value);
  document.SetMetadata("pages", fmt::format("{}", scan.pages.size()));
  if (scan.boxes_left_out > 0) {
    context.Warn(
        fmt::format("{} boxes left out: no rectangle, or outside their page", scan.boxes_left_out));
  }
}

}  // namespace

Status Fill(const Scan& scan, bool set_apart, Document& document, Context& context) {
  Result<Composed> result = Compose(scan, set_apart);
  if (!result.ok()) return std::move(result).status();
  Composed& composed = *result;
  if (composed.words.empty()) {
    return BadInput(
        fmt::format("no words on {} pages: nothing was recognised, or the file tells "
                    "only where the regions are",
                    scan.pages.size()));
  }
  SetFacts(scan, document, context);
  KOPPEL_RETURN_IF_ERROR(document.SetText(composed.text));
  AddPages(scan, composed, document);
  AddBoxes(composed, document);
  Edits edits;
  AddRegions(composed, set_apart, document, edits);
  const std::vector<BrokenPair> pairs = FindBrokenPairs(composed);
  NotePairs(composed, pairs, document);
  AddWordEdits(composed, pairs, edits);
  return document.Apply(edits, context.step());
}

}  // namespace koppel::read_ocr
