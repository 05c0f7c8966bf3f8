// What a check of determinism has found, for people and for programs.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/provenance/determinism.h"

namespace koppel {

// One line for each step that depends on what it must not, as for other problems of a pipeline
// file: "file:line:column: message [drift]".
std::vector<std::string> Faults(const std::filesystem::path& file, const DeterminismReport& report);

// What was compared, and what is excused.
std::string Summary(const std::filesystem::path& file, const DeterminismReport& report);

// One JSON object.
std::string ToJson(const std::filesystem::path& file, const DeterminismReport& report);

}  // namespace koppel
