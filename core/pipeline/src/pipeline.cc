#include "koppel/pipeline/pipeline.h"

#include <fmt/format.h>

#include <array>

namespace koppel {
namespace {

bool Holds(std::string_view message, std::string_view text) {
  return !text.empty() && message.find(text) != message.npos;
}

// Where a message means a parameter; nothing if it means none or another one.
std::optional<Location> PlaceIn(std::string_view message, const Step& step, std::string_view name,
                                const ParamPlace& place) {
  const Result<std::size_t> index = FindParam(step.component->params, name);
  const bool path = index.ok() && step.component->params[*index].path;
  for (const auto& [text, location] : place.elements) {
    if (Holds(message, fmt::format("\"{}\"", text)) || (path && Holds(message, text)))
      return location;
  }
  bool meant = Holds(message, fmt::format("'{}'", name));
  if (const auto* text = std::get_if<std::string>(&step.params.find(name)->second)) {
    meant = meant || Holds(message, fmt::format("'{}'", *text)) || (path && Holds(message, *text));
  }
  return meant ? std::optional(place.location) : std::nullopt;
}

}  // namespace

std::string_view Name(OnError on_error) {
  static constexpr std::array<std::string_view, 3> kNames = {"fail", "skip", "quarantine"};
  return kNames[static_cast<std::size_t>(on_error)];
}

std::string_view Name(InputOrder order) {
  static constexpr std::array<std::string_view, 3> kNames = {"path", "natural", "given"};
  return kNames[static_cast<std::size_t>(order)];
}

std::vector<std::size_t> Pipeline::Observers() const {
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].component->role == Role::kObserver) positions.push_back(i);
  }
  return positions;
}

Problem ProblemOf(const Step& step, Status status) {
  Location location = step.location;
  for (const auto& [name, place] : step.places) {
    if (const auto told = PlaceIn(status.message(), step, name, place)) {
      location = *told;
      break;
    }
  }
  return {location, std::move(status)};
}

std::string Describe(const std::filesystem::path& file, const Problem& problem) {
  const std::string what = problem.status.ToString();
  if (problem.location.line == 0) return fmt::format("{}: {}", file.string(), what);
  return fmt::format("{}:{}:{}: {}", file.string(), problem.location.line, problem.location.column,
                     what);
}

}  // namespace koppel
