// What was meant to happen: the pipeline as a workflow, its components as tools, its parameters.
#pragma once

#include <string>
#include <vector>

#include "export/crate.h"

namespace koppel::internal {

// A step of the pipeline in run.json, with what was reported of it.
struct CrateStep {
  const JsonNode* step = nullptr;    // id, use, plugin, with, …
  const JsonNode* report = nullptr;  // null: none
  enum class Role { kReader, kStep, kWriter } role = Role::kStep;

  const std::string& id() const { return (*step)["id"].text(); }
  // Its condition held for a document, or it has none.
  bool ran() const;
};

// Readers, steps and writers in order.
std::vector<CrateStep> StepsOf(const RunAccount::Content& content);

inline constexpr char kEngineId[] = "#koppel";
inline constexpr char kInputSlot[] = "#slot/input";

std::string ToolId(const CrateStep& step);
std::string StepId(const CrateStep& step);      // of the HowToStep
std::string OutputSlot(const CrateStep& step);  // of a writer
// Values of the step's parameters, as PropertyValues.
std::vector<std::string> ParameterIds(const CrateStep& step);

// Adds the workflow with all that it refers to.
void AddPlan(const RunAccount::Content& content, const std::vector<CrateStep>& steps, Crate& crate);

}  // namespace koppel::internal
