#include "koppel/diff/document_diff.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace koppel {
namespace {

using Rows = std::vector<RowFacts>;

auto KeyOf(const EditFacts& edit) {
  return std::tie(edit.step, edit.rule, edit.source.begin, edit.source.end, edit.removed,
                  edit.inserted);
}

bool Before(const EditFacts& a, const EditFacts& b) { return KeyOf(a) < KeyOf(b); }

void CompareEdits(const DocumentFacts& a, const DocumentFacts& b, DocumentDiff& diff) {
  std::multimap<EditFacts, std::size_t, decltype(&Before)> others(&Before);
  for (std::size_t i = 0; i < b.edits.size(); ++i) others.emplace(b.edits[i], i);
  std::vector<bool> paired(b.edits.size());
  for (const EditFacts& edit : a.edits) {
    const auto same = others.find(edit);
    if (same == others.end()) {
      diff.edits_a.push_back(edit);
      continue;
    }
    paired[same->second] = true;
    if (same->first.confidence != edit.confidence)
      diff.edits_changed.emplace_back(edit, same->first);
    others.erase(same);
  }
  for (std::size_t i = 0; i < b.edits.size(); ++i)
    if (!paired[i]) diff.edits_b.push_back(b.edits[i]);
}

// Pairs rows of one layer: those at the same place of the text, equal ones first.
class RowPairs {
 public:
  RowPairs(const std::string& layer, const Rows& a, const Rows& b, const TextMap& map)
      : layer_(layer), a_(a), b_(b), of_a_(a.size(), kNone), taken_(b.size()) {
    for (std::size_t i = 0; i < b.size(); ++i)
      places_[{b[i].span.begin, b[i].span.end}].push_back(i);
    Pair(map, [](const RowFacts& left, const RowFacts& right) {
      return left.features == right.features;
    });
    Pair(map, [](const RowFacts&, const RowFacts&) { return true; });
  }

  void AddDifferences(std::vector<RowDifference>& rows) const {
    const std::size_t first = rows.size();
    for (std::size_t i = 0; i < a_.size(); ++i) {
      if (of_a_[i] == kNone) {
        rows.push_back({layer_, a_[i], {}});
      } else if (a_[i].features != b_[of_a_[i]].features) {
        rows.push_back({layer_, a_[i], b_[of_a_[i]]});
      }
    }
    for (std::size_t i = 0; i < b_.size(); ++i)
      if (!taken_[i]) rows.push_back({layer_, {}, b_[i]});
    const auto place = [](const RowDifference& row) {
      return row.a ? row.a->span.begin : row.b->span.begin;
    };
    std::stable_sort(
        rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
        [&](const RowDifference& x, const RowDifference& y) { return place(x) < place(y); });
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  template <class Fits>
  void Pair(const TextMap& map, Fits fits) {
    for (std::size_t i = 0; i < a_.size(); ++i) {
      if (of_a_[i] != kNone) continue;
      const Span place = map(a_[i].span);
      const auto found = places_.find({place.begin, place.end});
      if (found == places_.end()) continue;
      for (const std::size_t candidate : found->second) {
        if (taken_[candidate] || !fits(a_[i], b_[candidate])) continue;
        of_a_[i] = candidate;
        taken_[candidate] = true;
        break;
      }
    }
  }

  const std::string& layer_;
  const Rows& a_;
  const Rows& b_;
  std::vector<std::size_t> of_a_;
  std::vector<bool> taken_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::size_t>> places_;
};

void CompareLayers(const DocumentFacts& a, const DocumentFacts& b, DocumentDiff& diff) {
  static const Rows kNoRows;
  const TextMap map(diff.text);
  for (const auto& [name, rows] : a.layers) {
    const auto other = b.layers.find(name);
    if (other == b.layers.end() && rows.empty()) diff.layers_a.push_back(name);
    const Rows& rows_b = other == b.layers.end() ? kNoRows : other->second;
    RowPairs(name, rows, rows_b, map).AddDifferences(diff.rows);
  }
  for (const auto& [name, rows] : b.layers) {
    if (a.layers.count(name) > 0) continue;
    if (rows.empty()) diff.layers_b.push_back(name);
    RowPairs(name, kNoRows, rows, map).AddDifferences(diff.rows);
  }
}

void CompareMetadata(const DocumentFacts& a, const DocumentFacts& b, DocumentDiff& diff) {
  for (const auto& [key, value] : a.metadata) {
    const auto other = b.metadata.find(key);
    if (other == b.metadata.end()) {
      diff.metadata.push_back({key, value, {}});
    } else if (other->second != value) {
      diff.metadata.push_back({key, value, other->second});
    }
  }
  for (const auto& [key, value] : b.metadata)
    if (a.metadata.count(key) == 0) diff.metadata.push_back({key, {}, value});
}

}  // namespace

DocumentDiff Compare(const DocumentFacts& a, const DocumentFacts& b) {
  DocumentDiff diff;
  diff.text = DiffTexts(a.text, b.text);
  CompareEdits(a, b, diff);
  CompareLayers(a, b, diff);
  CompareMetadata(a, b, diff);
  return diff;
}

std::vector<FeatureDifference> FeatureDifferences(const RowDifference& row) {
  std::map<std::string, std::size_t> places;
  std::vector<FeatureDifference> all;
  const auto add = [&](const std::optional<RowFacts>& facts, std::string FeatureDifference::*side) {
    if (!facts) return;
    for (const auto& [name, value] : facts->features) {
      const auto [place, is_new] = places.emplace(name, all.size());
      if (is_new) all.push_back({name, {}, {}});
      all[place->second].*side = value;
    }
  };
  add(row.a, &FeatureDifference::a);
  add(row.b, &FeatureDifference::b);
  std::erase_if(all, [](const FeatureDifference& feature) { return feature.a == feature.b; });
  return all;
}

}  // namespace koppel
