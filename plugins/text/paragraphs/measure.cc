#include "paragraphs/measure.h"

#include <algorithm>
#include <cmath>

#include "lines/shape.h"
#include "paragraphs/model.h"

namespace koppel::text {
namespace {

constexpr std::size_t kPart = 128;         // lines
constexpr std::size_t kEnoughForPart = 8;  // full lines
constexpr float kNarrowestMeasure = 8;  // ems, some 18 characters
// Ems, some 33 characters. Items of lists and lines of verse may be shorter and as alike, so that
// below this it takes more lines that agree.
constexpr float kNarrowMeasure = 14;
constexpr float kWidestMeasure = 120;  // ems, some 250 characters
constexpr float kHyphen = 0.36F;       // ems
constexpr float kLongLine = 21;        // ems, some 50 characters

bool IsFull(std::string_view text, const PrintedLine& line, const PrintedLine& next) {
  return Continues(line.span.In(text), next.span.In(text));
}

float Widest(const std::vector<PrintedLine>& lines) {
  float widest = 0;
  for (const PrintedLine& line : lines) widest = std::max(widest, line.width);
  return widest;
}

bool IsNear(float width, float measure) { return std::fabs(width - measure) * 6 <= measure; }

// How many of the lines have a last line of about this measure.
std::size_t CountNear(const std::vector<float>& widths, float measure) {
  return static_cast<std::size_t>(
      std::count_if(widths.begin(), widths.end(),
                    [measure](float width) { return IsNear(LastWidth(width, measure), measure); }));
}

// The width at the given part of the way from the narrowest to the widest. Reorders `widths`; not
// empty.
float Quantile(std::vector<float>& widths, std::size_t part) {
  const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / part);
  std::nth_element(widths.begin(), at, widths.end());
  return *at;
}

}  // namespace

float CommonWidth(std::vector<float>& widths) {
  if (widths.empty()) return 0;
  // The median is a full line unless many are welded; then the lower quarter is.
  const float upper = Quantile(widths, 2), lower = Quantile(widths, 4);
  const std::size_t with_upper = CountNear(widths, upper), with_lower = CountNear(widths, lower);
  const float base = with_lower > with_upper ? lower : upper;
  if (std::max(with_upper, with_lower) * 5 < widths.size() * 3) return 0;
  if (base < kNarrowestMeasure || base > kWidestMeasure) return 0;
  if (base < kNarrowMeasure && std::max(with_upper, with_lower) * 5 < widths.size() * 4) return 0;
  for (float& width : widths) width = LastWidth(width, base);
  std::erase_if(widths, [base](float width) { return !IsNear(width, base); });
  return Quantile(widths, 2);
}

float LastWidth(float width, float measure) {
  const float welded = std::floor(width / measure - 0.2F);
  constexpr float kMostWelded = 8;
  return welded >= 1 && welded <= kMostWelded ? width - welded * (measure - kHyphen) : width;
}

Measure::Measure(std::string_view text, const std::vector<PrintedLine>& lines) {
  std::vector<float> all, part;
  std::size_t behind = 0;  // the line behind the last full one
  for (std::size_t begin = 0; begin < lines.size(); begin += kPart) {
    part.clear();
    const std::size_t end = std::min(begin + kPart, lines.size() - 1);
    for (std::size_t i = begin; i < end; ++i) {
      if (!IsFull(text, lines[i], lines[i + 1])) continue;
      part.push_back(lines[i].width);
      behind = i + 1;
    }
    all.insert(all.end(), part.begin(), part.end());
    parts_.push_back(part.size() >= kEnoughForPart ? CommonWidth(part) : 0);
  }
  widest_ = Widest(lines);
  // A few sentences that run on by chance (lists, verse) do not show a width.
  if (all.empty() || all.size() * 8 < lines.size()) return;
  const bool item = ListMark(lines[behind].span.In(text)) > 0;
  if (all.size() > 1 || (IsLong(all.front()) && !item)) whole_ = CommonWidth(all);
}

bool Measure::IsLong(float width) const {
  return width >= kLongLine && width <= kWidestMeasure && IsNear(width, widest_);
}

float Measure::At(std::size_t i) const {
  const float part = parts_[i / kPart];
  return part > 0 ? part : whole_;
}

}  // namespace koppel::text
