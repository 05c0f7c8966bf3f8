#include "koppel/pipeline/pipeline.h"

#include <fmt/format.h>

#include <array>

namespace koppel {

std::string_view Name(OnError on_error) {
  static constexpr std::array<std::string_view, 3> kNames = {"fail", "skip", "quarantine"};
  return kNames[static_cast<std::size_t>(on_error)];
}

std::vector<std::size_t> Pipeline::Observers() const {
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].component->role == Role::kObserver) positions.push_back(i);
  }
  return positions;
}

Problem ProblemOf(const Step& step, Status status) {
  for (const auto& [name, place] : step.places) {
    const bool named = status.message().find("'" + name + "'") != std::string::npos;
    if (named) return {place, std::move(status)};
  }
  return {step.location, std::move(status)};
}

std::string Describe(const std::filesystem::path& file, const Problem& problem) {
  const std::string what = problem.status.ToString();
  if (problem.location.line == 0) return fmt::format("{}: {}", file.string(), what);
  return fmt::format("{}:{}:{}: {}", file.string(), problem.location.line, problem.location.column,
                     what);
}

}  // namespace koppel
