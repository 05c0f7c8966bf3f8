#include "koppel/edits.h"

#include <algorithm>

namespace koppel {

void Edits::Replace(Span span, std::string_view replacement, std::string_view rule,
                    double confidence) {
  edits_.push_back({span, static_cast<std::uint32_t>(buffer_.size()),
                    static_cast<std::uint32_t>(replacement.size()), rule,
                    static_cast<float>(confidence)});
  buffer_.append(replacement);
}

void Edits::Clear() {
  edits_.clear();
  buffer_.clear();
}

void Edits::Sort() {
  const auto earlier = [](const Edit& a, const Edit& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  };
  if (!std::is_sorted(edits_.begin(), edits_.end(), earlier)) {
    std::stable_sort(edits_.begin(), edits_.end(), earlier);
  }
}

}  // namespace koppel
