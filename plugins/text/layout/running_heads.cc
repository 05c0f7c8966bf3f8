#include "layout/running_heads.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/furniture_pages.h"
#include "lines/lines.h"

namespace koppel::text {
namespace {

constexpr std::uint32_t kFewestDocuments = 2;
constexpr std::size_t kDepth = 3;  // lines at an edge that may be furniture
constexpr float kCertain = 0.95F;
constexpr double kConfidence = 0.9;

// A head is no foot.
std::uint64_t KeyAt(const LineKey& key, bool top) { return top ? key.hash : ~key.hash; }

bool HasPages(std::string_view text) { return text.find('\f') != std::string_view::npos; }

bool IsMarked(const Layer<Region>& regions, std::uint32_t marked, Span line) {
  const std::uint32_t at = regions.LowerBound(line.begin);
  return at < marked && regions[at].span().begin < line.end;
}

}  // namespace

void Heads::AddText(std::string_view text) {
  if (!HasPages(text)) return;
  std::vector<TextLine> lines = SplitLines(text);
  MarkFurnitureOfPages(text, lines);
  std::vector<std::uint64_t> keys;
  for (const TextLine& line : lines) {
    const bool head = line.role == LineRole::kHeader || line.role == LineRole::kFooter;
    if (!head || line.confidence < kCertain) continue;
    keys.push_back(KeyAt(KeyOf(line.span.In(text)), line.role == LineRole::kHeader));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  for (const std::uint64_t key : keys) documents_.Add(key);
}

bool Heads::Knows(const LineKey& key, bool top) const {
  return documents_.Count(KeyAt(key, top)) >= kFewestDocuments;
}

Status RunningHeads::Process(Document& document, Context&) {
  const std::string_view text = document.text();
  if (corpus().empty() || !HasPages(text)) return Ok();
  const std::vector<TextLine> lines = SplitLines(text);
  const std::vector<PageRange> pages = PagesOf(lines);
  std::vector<std::pair<Span, bool>> found;  // and whether it stands at the top
  for (const PageRange& page : pages) {
    for (const bool top : {true, false}) {
      for (std::size_t depth = 0; depth < std::min(kDepth, page.size() / 2); ++depth) {
        const Span span = lines[top ? page.begin + depth : page.end - 1 - depth].span;
        if (span.size() > kLongestFurniture) break;
        const LineKey key = KeyOf(span.In(text));
        if (key.lone_number) continue;
        if (!corpus().Knows(key, top)) break;
        found.emplace_back(span, top);
      }
    }
  }
  auto regions = document.layer<Region>();
  const std::uint32_t marked = regions.size();
  std::erase_if(found, [&](const auto& line) { return IsMarked(regions, marked, line.first); });
  for (const auto& [span, top] : found) {
    regions.Add(span)
        .Set(Region::kind, top ? Region::Kind::kHeader : Region::Kind::kFooter)
        .Set(Region::rule, "running_head")
        .Set(Region::confidence, kConfidence);
  }
  return Ok();
}

}  // namespace koppel::text
