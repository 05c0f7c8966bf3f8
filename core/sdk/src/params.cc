#include "koppel/params.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace koppel {
namespace {

// Optimal string alignment distance: insertions, deletions, substitutions, and swaps of neighbours,
// each 1.
std::size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::string Range(const ParamInfo& info) {
  if (info.at_least && info.at_most)
    return fmt::format(" from {} to {}", *info.at_least, *info.at_most);
  if (info.at_least) return fmt::format(" of at least {}", *info.at_least);
  if (info.at_most) return fmt::format(" of at most {}", *info.at_most);
  return {};
}

std::string Show(const ParamValue& value) {
  struct Visitor {
    std::string operator()(bool v) const { return v ? "true" : "false"; }
    std::string operator()(std::int64_t v) const { return fmt::format("{}", v); }
    std::string operator()(double v) const { return fmt::format("{}", v); }
    std::string operator()(const std::string& v) const { return fmt::format("\"{}\"", v); }
    std::string operator()(const std::vector<std::string>& v) const {
      return fmt::format("[{}]", fmt::join(v, ", "));
    }
  };
  return std::visit(Visitor{}, value);
}

Status Refuse(const ParamInfo& info, const ParamValue& value, std::string_view wrong_choice = {}) {
  std::string hint;
  if (!wrong_choice.empty()) {
    hint = DidYouMean(wrong_choice, {info.choices.begin(), info.choices.end()});
  }
  return InvalidParameter(
      fmt::format("'{}' must be {}; got {}{}", info.name, Expectation(info), Show(value), hint));
}

std::string ListExpectation(const ParamInfo& info) {
  static constexpr std::string_view kElements[] = {"texts", "layers", "columns or header=column",
                                                   "texts"};
  std::string text = fmt::format("a list of {}", kElements[static_cast<std::size_t>(info.names)]);
  if (!info.choices.empty()) text = fmt::format("a list of {}", fmt::join(info.choices, ", "));
  return info.required ? text + ", not empty" : text;
}

bool InRange(const ParamInfo& info, double number) {
  return std::isfinite(number) && (!info.at_least || number >= *info.at_least) &&
         (!info.at_most || number <= *info.at_most);
}

}  // namespace

std::string_view NearestName(std::string_view word,
                             const std::vector<std::string_view>& candidates) {
  constexpr std::size_t kLongestName = 100;
  if (word.size() > kLongestName) return {};
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = EditDistance(word, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string DidYouMean(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view nearest = NearestName(word, candidates);
  if (nearest.empty()) return {};
  std::vector<std::string_view> near;
  for (const std::string_view candidate : candidates) {
    // Of two that are equally near, NearestName gives the first.
    if (NearestName(word, {candidate, nearest}) != candidate) continue;
    if (std::find(near.begin(), near.end(), candidate) == near.end()) near.push_back(candidate);
  }
  return fmt::format("; did you mean '{}'?", fmt::join(near, "' or '"));
}

std::string Expectation(const ParamInfo& info) {
  const std::string choices = fmt::format("{}", fmt::join(info.choices, ", "));
  switch (info.type()) {
    case ParamType::kBool:
      return "true or false";
    case ParamType::kInt:
      return "a whole number" + Range(info);
    case ParamType::kFloat:
      return "a number" + Range(info);
    case ParamType::kString:
      return info.choices.empty() ? "a text" : "one of " + choices;
    case ParamType::kStrings:
      return ListExpectation(info);
  }
  return {};
}

Status CheckParam(const ParamInfo& info, ParamValue& value) {
  if (info.type() == ParamType::kFloat && std::holds_alternative<std::int64_t>(value)) {
    value = static_cast<double>(std::get<std::int64_t>(value));
  }
  if (value.index() != info.default_value.index()) return Refuse(info, value);
  const auto allowed = [&info](const std::string& text) {
    return info.choices.empty() ||
           std::find(info.choices.begin(), info.choices.end(), text) != info.choices.end();
  };
  switch (info.type()) {
    case ParamType::kInt:
      if (!InRange(info, static_cast<double>(std::get<std::int64_t>(value))))
        return Refuse(info, value);
      break;
    case ParamType::kFloat:
      if (!InRange(info, std::get<double>(value))) return Refuse(info, value);
      break;
    case ParamType::kString:
      if (const auto& text = std::get<std::string>(value); !allowed(text))
        return Refuse(info, value, text);
      break;
    case ParamType::kStrings:
      if (info.required && std::get<std::vector<std::string>>(value).empty())
        return Refuse(info, value);
      for (const std::string& text : std::get<std::vector<std::string>>(value)) {
        if (!allowed(text)) return Refuse(info, text, text);
      }
      break;
    case ParamType::kBool:
      break;
  }
  return Ok();
}

Status CheckChoice(std::string_view name, std::string_view value,
                   const std::vector<std::string_view>& choices) {
  if (std::find(choices.begin(), choices.end(), value) != choices.end()) return Ok();
  return InvalidParameter(fmt::format("'{}' must be one of {}; got \"{}\"{}", name,
                                      fmt::join(choices, ", "), value, DidYouMean(value, choices)));
}

ColumnName SplitColumn(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return {text, text};
  return {text.substr(0, equals), text.substr(equals + 1)};
}

Result<std::size_t> FindParam(const ParamTable& table, std::string_view name) {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].name == name) return i;
    names.push_back(table[i].name);
  }
  std::string message = fmt::format("no parameter '{}'", name);
  if (const std::string near = DidYouMean(name, names); !near.empty()) {
    message += near;
  } else if (names.empty()) {
    message += "; it has no parameters";
  } else {
    message +=
        fmt::format("; there {} {}", names.size() == 1 ? "is only" : "are", fmt::join(names, ", "));
  }
  return InvalidParameter(std::move(message));
}

}  // namespace koppel
