#include "problems.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "koppel/params.h"

namespace koppel::internal {

void Problems::AddSetting(std::string_view setting, ErrorKind kind, std::string_view message) {
  Add({}, kind, fmt::format("--set {}: {}", setting, message));
}

std::vector<Problem> Problems::Take() && {
  std::stable_sort(list_.begin(), list_.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.location.line, a.location.column) <
           std::tie(b.location.line, b.location.column);
  });
  return std::move(list_);
}

std::string Alternatives(const std::vector<std::string_view>& names) {
  if (names.empty()) return {};
  std::string text(names.front());
  for (std::size_t i = 1; i < names.size(); ++i) {
    text += i + 1 < names.size() ? ", " : " or ";
    text += names[i];
  }
  return text;
}

std::string Suggestion(std::string_view word, const std::vector<std::string_view>& names) {
  const std::string near = DidYouMean(word, names);
  return near.empty() ? fmt::format("; expected {}", Alternatives(names)) : near;
}

}  // namespace koppel::internal
