#include "input/input_order.h"

#include <algorithm>

namespace koppel {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// Takes the digits off the front, and gives them without leading zeros.
std::string_view TakeNumber(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), &IsDigit);
  std::string_view number = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(number.size());
  number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
  return number;
}

int Compare(std::size_t a, std::size_t b) { return a < b ? -1 : a > b; }

int CompareNaturally(std::string_view a, std::string_view b) {
  while (!a.empty() && !b.empty()) {
    int difference = 0;
    if (IsDigit(a.front()) && IsDigit(b.front())) {
      const std::string_view first = TakeNumber(a), second = TakeNumber(b);
      difference = Compare(first.size(), second.size());
      if (difference == 0) difference = first.compare(second);
    } else {
      difference = a.substr(0, 1).compare(b.substr(0, 1));
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
    if (difference != 0) return difference;
  }
  return Compare(a.size(), b.size());
}

bool ByPath(const SourceFile& a, const SourceFile& b) {
  return a.id != b.id ? a.id < b.id : a.path < b.path;
}

}  // namespace

bool NaturallyBefore(std::string_view a, std::string_view b) { return CompareNaturally(a, b) < 0; }

void PutInOrder(std::vector<SourceFile>& files, InputOrder order) {
  std::sort(files.begin(), files.end(), [order](const SourceFile& a, const SourceFile& b) {
    if (order == InputOrder::kGiven && a.given != b.given) return a.given < b.given;
    if (order == InputOrder::kNatural) {
      if (const int difference = CompareNaturally(a.id, b.id); difference != 0)
        return difference < 0;
    }
    return ByPath(a, b);
  });
}

}  // namespace koppel
