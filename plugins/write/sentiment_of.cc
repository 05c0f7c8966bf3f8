#include "sentiment_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "koppel/layers.h"

namespace koppel::write {
namespace {

template <class Visit>
void ForJudgementsIn(const Document& document, Span span, Visit visit) {
  const auto rows = document.layer<Sentiment>();
  for (std::uint32_t i = rows.LowerBound(span.begin);
       i < rows.size() && rows[i].span().begin <= span.end; ++i) {
    if (span.Contains(rows[i].span())) visit(rows[i]);
  }
}

std::string TargetsIn(const Document& document, Span span) {
  std::vector<std::string_view> targets;
  ForJudgementsIn(document, span, [&](Row<Sentiment> row) {
    const std::string_view target = row[Sentiment::target];
    if (row[Sentiment::scope] != Sentiment::Scope::kTarget || target.empty()) return;
    if (std::find(targets.begin(), targets.end(), target) == targets.end())
      targets.push_back(target);
  });
  return fmt::format("{}", fmt::join(targets, "; "));
}

}  // namespace

FoundSentiment SentimentOf(const Document& document, std::string_view layer, Span span) {
  std::optional<Row<Sentiment>> best;
  ForJudgementsIn(document, span, [&](Row<Sentiment> row) {
    const auto scope = static_cast<std::size_t>(row[Sentiment::scope]);
    if (Sentiment::kScopes[scope] != layer) return;
    if (!best || row.span().size() > best->span().size()) best = row;
  });
  FoundSentiment found;
  if (best) {
    if (best->Has(Sentiment::label)) {
      found.label = Sentiment::kLabels[static_cast<std::size_t>((*best)[Sentiment::label])];
    }
    if (best->Has(Sentiment::value)) found.value = fmt::format("{:.6g}", (*best)[Sentiment::value]);
    found.target = (*best)[Sentiment::target];
  }
  if (found.target.empty()) found.target = TargetsIn(document, span);
  return found;
}

}  // namespace koppel::write
