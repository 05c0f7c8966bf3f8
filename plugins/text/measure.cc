#include "measure.h"

#include <algorithm>

#include "line_shape.h"
#include "paragraph_model.h"

namespace koppel::text {
namespace {

constexpr std::size_t kPart = 128;         // lines
constexpr std::size_t kEnoughForPart = 8;  // full lines
constexpr float kWidestMeasure = 120;      // ems, some 250 characters

bool IsFull(std::string_view text, const PrintedLine& line, const PrintedLine& next) {
  return Continues(line.span.In(text), next.span.In(text));
}

}  // namespace

float CommonWidth(std::vector<float>& widths) {
  if (widths.empty()) return 0;
  const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
  std::nth_element(widths.begin(), middle, widths.end());
  const float median = *middle;
  const auto near = std::count_if(widths.begin(), widths.end(), [median](float width) {
    return width * 6 >= median * 5 && width * 6 <= median * 7;
  });
  const bool common = near * 5 >= static_cast<std::ptrdiff_t>(widths.size()) * 3;
  return common && median <= kWidestMeasure ? median : 0;
}

Measure::Measure(std::string_view text, const std::vector<PrintedLine>& lines) {
  std::vector<float> all, part;
  for (std::size_t begin = 0; begin < lines.size(); begin += kPart) {
    part.clear();
    const std::size_t end = std::min(begin + kPart, lines.size() - 1);
    for (std::size_t i = begin; i < end; ++i) {
      if (IsFull(text, lines[i], lines[i + 1])) part.push_back(lines[i].width);
    }
    all.insert(all.end(), part.begin(), part.end());
    parts_.push_back(part.size() >= kEnoughForPart ? CommonWidth(part) : 0);
  }
  // A few sentences that run on by chance (lists, verse) do not show a width.
  if (all.size() >= 2 && all.size() * 8 >= lines.size()) whole_ = CommonWidth(all);
}

float Measure::At(std::size_t i) const {
  const float part = parts_[i / kPart];
  return part > 0 ? part : whole_;
}

}  // namespace koppel::text
