#include "first_step.h"

#include <map>

#include "koppel/provenance/document_digest.h"
#include "sequence_diff.h"

namespace koppel::internal {
namespace {

Result<std::string> DigestOf(const DocumentHistory& history, std::size_t state) {
  Document document;
  KOPPEL_RETURN_IF_ERROR(history.Restore(state, document));
  return DocumentDigest(document);
}

// Equal steps get equal numbers. Readers always do: whichever made it, it is the first state.
std::vector<std::uint32_t> Numbers(const DocumentHistory& history,
                                   std::map<std::string, std::uint32_t>& known) {
  std::vector<std::uint32_t> numbers = {0};
  for (std::size_t i = 1; i < history.states(); ++i) {
    numbers.push_back(
        known.emplace(history.step(i).identity.id, static_cast<std::uint32_t>(known.size() + 1))
            .first->second);
  }
  return numbers;
}

}  // namespace

std::optional<HistoryPair> HistoryPair::Open(const Side& a, const Side& b, std::string_view id) {
  const auto open = [id](const StoredRun& run) -> Result<DocumentHistory> {
    Result<const StoredDocument*> found = run.Find(id);
    return found.ok() ? run.History(**found) : std::move(found).status();
  };
  Result<DocumentHistory> history_a = open(*a.stored), history_b = open(*b.stored);
  if (!history_a.ok() || !history_b.ok()) return std::nullopt;
  return HistoryPair({a.stored.get(), *std::move(history_a)},
                     {b.stored.get(), *std::move(history_b)});
}

Result<DocumentFacts> HistoryPair::Facts(const Half& half, std::size_t state) {
  Document document;
  KOPPEL_RETURN_IF_ERROR(half.history.Restore(state, document));
  return FactsOf(document);
}

Result<bool> HistoryPair::Equal(std::size_t a, std::size_t b) const {
  Result<std::string> left = DigestOf(a_.history, a), right = DigestOf(b_.history, b);
  if (!left.ok()) return std::move(left).status();
  if (!right.ok()) return std::move(right).status();
  return *left == *right;
}

std::vector<HistoryPair::Point> HistoryPair::Points() const {
  std::map<std::string, std::uint32_t> known;
  const auto steps_a = Numbers(a_.history, known), steps_b = Numbers(b_.history, known);
  std::vector<Point> points;
  std::size_t i = 0, j = 0;
  const auto add_common = [&](std::size_t end) {
    for (; i < end; ++i, ++j) points.push_back({{a_.history.step(i).identity.id, i, j}, true});
  };
  for (const Replaced& only : DiffSequences(steps_a, steps_b)) {
    add_common(only.a_begin);
    const std::size_t last_a = i - 1, last_b = j - 1;
    for (; i < only.a_end; ++i)
      points.push_back({{a_.history.step(i).identity.id, i, last_b}, false});
    for (; j < only.b_end; ++j)
      points.push_back({{b_.history.step(j).identity.id, last_a, j}, false});
  }
  add_common(steps_a.size());
  return points;
}

Result<std::optional<StepPoint>> HistoryPair::FirstStep() const {
  std::optional<StepPoint> first;
  for (const Point& point : Points()) {
    Result<bool> equal = Equal(point.place.a, point.place.b);
    if (!equal.ok()) return std::move(equal).status();
    if (*equal && point.common) {
      first.reset();
    } else if (!*equal) {
      if (!first) first = point.place;
      if (point.common) break;
    }
  }
  return first;
}

}  // namespace koppel::internal
