#include "provenance.h"

#include <algorithm>

namespace koppel {

Provenance::Provenance(const Alignment& edits, std::uint32_t older_size) {
  const auto older_at = [this] { return static_cast<std::uint32_t>(older_.size()); };
  const auto newer_at = [this] { return static_cast<std::uint32_t>(newer_.size()); };
  const auto keep_until = [&](std::uint32_t end) {
    while (older_.size() < end) {
      const std::uint32_t older = older_at(), newer = newer_at();
      older_.push_back({newer, -1});
      newer_.push_back({older, -1});
    }
  };
  for (std::size_t i = 0; i < edits.size(); ++i) {
    keep_until(edits.begin(i));
    const Edit edit{{older_at(), older_at() + edits.removed(i)},
                    {newer_at(), newer_at() + edits.inserted(i)}};
    older_.resize(edit.from.end, {0, static_cast<int>(i)});
    newer_.resize(edit.to.end, {0, static_cast<int>(i)});
    forward_.push_back(edit);
    backward_.push_back({edit.to, edit.from});
  }
  keep_until(older_size);
}

Span Provenance::Map(Span span, const std::vector<Byte>& to, const std::vector<Edit>& edits) {
  const auto belongs = [&](const Byte& byte) {
    if (byte.edit < 0) return span.begin <= byte.other && byte.other < span.end;
    const Span from = edits[static_cast<std::size_t>(byte.edit)].from;
    return from.empty() ? span.begin < from.begin && from.begin < span.end : from.Overlaps(span);
  };
  const auto first = std::find_if(to.begin(), to.end(), belongs);
  if (first == to.end()) {
    const std::uint32_t place = Place(span.begin, to, edits, true);
    return {place, place};
  }
  const auto last = std::find_if(to.rbegin(), to.rend(), belongs);
  return {static_cast<std::uint32_t>(first - to.begin()),
          static_cast<std::uint32_t>(to.rend() - last)};
}

std::uint32_t Provenance::Place(std::uint32_t position, const std::vector<Byte>& to,
                                const std::vector<Edit>& edits, bool behind_insertions) {
  std::uint32_t place = 0;
  for (const Byte& byte : to) place += byte.edit < 0 && byte.other < position;
  for (const Edit& edit : edits) {
    const bool insertion_here = edit.from == Span{position, position};
    if (edit.from.end <= position && (behind_insertions || !insertion_here))
      place += edit.to.size();
  }
  return place;
}

Span Provenance::Forward(Span span) const {
  if (!span.empty()) return Map(span, newer_, forward_);
  const std::uint32_t place = Place(span.begin, newer_, forward_, false);
  return {place, place};
}

Span Provenance::Backward(Span span) const {
  if (!span.empty()) return Map(span, older_, backward_);
  return {Place(span.begin, older_, backward_, false), Place(span.begin, older_, backward_, true)};
}

}  // namespace koppel
