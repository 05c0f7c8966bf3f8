#include "listing.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/json/json_writer.h"
#include "koppel/report/shortened.h"
#include "printable.h"

namespace koppel {
namespace {

std::string Styled(bool color, std::string_view code, std::string_view text) {
  return color ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
}

// A rule may change whole pages.
std::string Shown(std::string_view text) {
  constexpr std::size_t kMost = 60;  // code points
  return Shortened(OnOneLine(text), kMost);
}

// "organi|satie" of an artefact with both halves, or else "before → after" of the edit.
std::string What(const RepairDecision& decision) {
  if (!decision.right.empty()) return Shown(decision.left) + "|" + Shown(decision.right);
  if (decision.in_ledger)
    return fmt::format("\"{}\" → \"{}\"", Shown(decision.before), Shown(decision.after));
  return fmt::format("\"{}\"", Shown(decision.left));
}

std::string Line(const RepairDecision& decision, bool color) {
  std::string place = fmt::format("bytes {}..{}", decision.source.begin, decision.source.end);
  if (decision.page > 0) place = fmt::format("page {}, {}", decision.page, place);
  return fmt::format("  {}  {:.3f}  {}  {}  …{}[…]{}…  ({})\n", OnOneLine(decision.document),
                     decision.confidence,
                     Styled(color, decision.resolved ? "4" : "33", OnOneLine(decision.decision)),
                     Styled(color, "1", What(decision)), OnOneLine(decision.context_left),
                     OnOneLine(decision.context_right), place);
}

}  // namespace

void RepairListing::Add(RepairDecision decision) {
  Group& group = groups_[decision.rule];
  ++group.count;
  group.unresolved += !decision.resolved;
  group.sum += decision.confidence;
  group.lowest = std::min(group.lowest, decision.confidence);
  if (limit_ == 0 || group.shown.size() < limit_) group.shown.push_back(std::move(decision));
}

std::string RepairListing::Text(bool color) const {
  std::string out;
  for (const auto& [rule, group] : groups_) {
    const std::string open =
        group.unresolved > 0 ? fmt::format(", {} left alone", group.unresolved) : "";
    out += fmt::format("{}  {} {}{}, confidence {:.3f} (lowest {:.3f})\n",
                       Styled(color, "1", OnOneLine(rule)), group.count,
                       group.count == 1 ? "decision" : "decisions", open,
                       group.sum / static_cast<double>(group.count), group.lowest);
    for (const RepairDecision& decision : group.shown) out += Line(decision, color);
    if (group.shown.size() < group.count)
      out +=
          fmt::format("  … and {} more (--limit 0 lists all)\n", group.count - group.shown.size());
  }
  return out;
}

std::string JsonLine(const RepairDecision& decision) {
  const auto text = [](std::string_view value) { return JsonOf(value); };
  std::string page;
  if (decision.page > 0) page = fmt::format(R"("page":{},)", decision.page);
  return fmt::format(
      R"({{"document":{},"rule":{},"kind":{},"decision":{},"confidence":{:.6g},"resolved":{},)"
      R"("in_ledger":{},"left":{},"right":{},"before":{},"after":{},"context_left":{},)"
      R"("context_right":{},"begin":{},"end":{},{}"source_begin":{},"source_end":{}}})"
      "\n",
      text(decision.document), text(decision.rule), text(decision.kind), text(decision.decision),
      decision.confidence, decision.resolved, decision.in_ledger, text(decision.left),
      text(decision.right), text(decision.before), text(decision.after),
      text(decision.context_left), text(decision.context_right), decision.span.begin,
      decision.span.end, page, decision.source.begin, decision.source.end);
}

}  // namespace koppel
