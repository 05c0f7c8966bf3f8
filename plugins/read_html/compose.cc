#include "compose.h"

#include <cstdint>

namespace koppel::read_html {
namespace {

// Goes through the stretches of an alignment by their places in its text.
class Steps {
 public:
  explicit Steps(const Alignment& alignment) : alignment_(alignment) {}

  bool done() const { return next_ == alignment_.size(); }
  // In the text; the shift can be negative.
  std::int64_t begin() const { return alignment_.begin(next_) + shift_; }
  // Place in the source of a place in the text between the stretches around here.
  std::uint32_t Source(std::int64_t place) const {
    return static_cast<std::uint32_t>(place - shift_);
  }
  void Pass() {
    shift_ += std::int64_t{alignment_.inserted(next_)} - alignment_.removed(next_);
    ++next_;
  }
  void PassInto(Alignment& out) {
    out.Replace(alignment_.begin(next_), alignment_.removed(next_), alignment_.inserted(next_));
    Pass();
  }

 private:
  const Alignment& alignment_;
  std::size_t next_ = 0;
  std::int64_t shift_ = 0;
};

}  // namespace

Alignment Compose(const Alignment& a, const Alignment& b) {
  Alignment out;
  Steps steps(a);
  for (std::size_t i = 0; i < b.size(); ++i) {
    while (!steps.done() && steps.begin() < b.begin(i)) steps.PassInto(out);
    const std::int64_t end = std::int64_t{b.begin(i)} + b.removed(i);
    const std::uint32_t source_begin = steps.Source(b.begin(i));
    while (!steps.done() && steps.begin() < end) steps.Pass();
    out.Replace(source_begin, steps.Source(end) - source_begin, b.inserted(i));
  }
  while (!steps.done()) steps.PassInto(out);
  return out;
}

}  // namespace koppel::read_html
