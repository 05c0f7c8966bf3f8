#include "measure.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace koppel::read_ocr {
namespace {

constexpr double kLongest = 1e6;  // points: 350 m
constexpr std::string_view kBlanks = " \t\r\n";

}  // namespace

std::optional<double> ParseNumber(std::string_view text) {
  std::string_view number = NextWord(text);
  if (!NextWord(text).empty()) return std::nullopt;
  if (number.starts_with('+')) number.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (error != std::errc() || end != number.data() + number.size() || !std::isfinite(value))
    return std::nullopt;
  return value;
}

std::string_view NextWord(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
  text.remove_prefix(word.size());
  return word;
}

std::optional<Rect> Ruler::Place(const Rect& units, const ScanPage& page, Scan& scan) const {
  Rect box{X(units.left), Y(units.top), X(units.right), Y(units.bottom)};
  const double right = page.width > 0 ? page.width : kLongest;
  const double bottom = page.height > 0 ? page.height : kLongest;
  // Written so that NaN fails.
  const bool ordered = box.left < box.right && box.top < box.bottom;
  if (!ordered || box.right <= 0 || box.bottom <= 0 || box.left >= right || box.top >= bottom) {
    ++scan.boxes_left_out;
    return std::nullopt;
  }
  return Rect{std::max(box.left, 0.0), std::max(box.top, 0.0), std::min(box.right, right),
              std::min(box.bottom, bottom)};
}

double Ruler::Length(std::optional<double> units, double points_per_unit) {
  const double length = units.value_or(0) * points_per_unit;
  return length > 0 && length <= kLongest ? length : 0;
}

void Extend(std::optional<Rect>& box, const std::optional<Rect>& other) {
  if (!box || !other) {
    if (other) box = other;
    return;
  }
  box->left = std::min(box->left, other->left);
  box->top = std::min(box->top, other->top);
  box->right = std::max(box->right, other->right);
  box->bottom = std::max(box->bottom, other->bottom);
}

double Confidence(std::string_view text, double most) {
  const std::optional<double> value = ParseNumber(text);
  if (!value || *value < 0 || *value > most) return std::numeric_limits<double>::quiet_NaN();
  return *value / most;
}

}  // namespace koppel::read_ocr
