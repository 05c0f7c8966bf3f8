#include <algorithm>

#include "document_state.h"

namespace koppel {

PositionMap::PositionMap(const v1::Alignment& alignment, Direction direction)
    : direction_(direction) {
  stretches_.reserve(static_cast<std::size_t>(alignment.begin_size()));
  std::uint32_t older = 0, newer = 0;
  for (int i = 0; i < alignment.begin_size(); ++i) {
    newer += alignment.begin(i) - older;
    older = alignment.begin(i);
    Stretch stretch{older, older + alignment.removed(i), newer, newer + alignment.inserted(i)};
    older = stretch.from_end;
    newer = stretch.to_end;
    if (direction == Direction::kBackward) {
      std::swap(stretch.from_begin, stretch.to_begin);
      std::swap(stretch.from_end, stretch.to_end);
    }
    stretches_.push_back(stretch);
  }
}

std::size_t PositionMap::Find(std::uint32_t position) {
  // Queries mostly ascend: step forward from the last answer, and search only when that does not
  // lead there.
  const auto before = [position](const Stretch& s) { return s.from_end < position; };
  if (hint_ > 0 && !before(stretches_[hint_ - 1])) hint_ = 0;
  constexpr int kSteps = 8;
  for (int i = 0; i < kSteps && hint_ < stretches_.size() && before(stretches_[hint_]); ++i)
    ++hint_;
  if (hint_ < stretches_.size() && before(stretches_[hint_])) {
    hint_ = static_cast<std::size_t>(
        std::partition_point(stretches_.begin() + static_cast<std::ptrdiff_t>(hint_),
                             stretches_.end(), before) -
        stretches_.begin());
  }
  return hint_;
}

std::uint32_t PositionMap::Shift(std::uint32_t position, std::size_t next) const {
  return next == 0 ? position
                   : position - stretches_[next - 1].from_end + stretches_[next - 1].to_end;
}

// Behind everything that ends at or before the position, at the start of a stretch that holds it
// inside.
std::uint32_t PositionMap::Begin(std::uint32_t position) {
  std::size_t i = Find(position);
  if (i < stretches_.size() && stretches_[i].from_end == position) {
    // Seen from behind, all that was deleted at one place ends there.
    const auto here = [position](const Stretch& s) { return s.from_end == position; };
    const auto from = stretches_.begin() + static_cast<std::ptrdiff_t>(i);
    i += static_cast<std::size_t>(std::partition_point(from, stretches_.end(), here) - from);
  }
  if (i < stretches_.size() && stretches_[i].from_begin < position) return stretches_[i].to_begin;
  return Shift(position, i);
}

// Before everything that is inserted at the position, at the end of a stretch that holds it inside
// or ends there.
std::uint32_t PositionMap::End(std::uint32_t position) {
  std::size_t i = Find(position);
  if (i < stretches_.size() && stretches_[i].from_begin < position) return stretches_[i].to_end;
  return Shift(position, i);
}

Span PositionMap::operator()(Span span) {
  if (!span.empty()) return {Begin(span.begin), End(span.end)};
  const std::uint32_t before = End(span.begin);
  if (direction_ == Direction::kBackward)
    return {std::min(before, Begin(span.begin)), Begin(span.begin)};
  const std::size_t i = Find(span.begin);
  if (i < stretches_.size() && stretches_[i].from_begin < span.begin &&
      span.begin < stretches_[i].from_end) {
    return {stretches_[i].to_begin, stretches_[i].to_begin};
  }
  return {before, before};
}

}  // namespace koppel
