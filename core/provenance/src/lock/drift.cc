#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>

#include "koppel/provenance/lock.h"
#include "koppel/runtime/preflight.h"
#include "koppel/runtime/timestamp.h"
#include "lock/lock_builder.h"

namespace koppel {
namespace {

constexpr std::size_t kShownDigits = 16;

constexpr std::array<std::string_view, kLockSections> kLabels = {
    "pipeline file", "parameter", "program",  "SDK",  "version of",
    "break rules",   "plugin",    "resource", "input"};

std::string Show(LockSection section, const LockedThing& thing) {
  const bool is_file = section != LockSection::kParameters && section != LockSection::kSdk &&
                       section != LockSection::kVersions && section != LockSection::kBreakRules;
  if (!is_file) return thing.value;
  if (thing.value.empty()) return "not there";
  return fmt::format("sha256 {}…, {} bytes", thing.value.substr(0, kShownDigits), thing.size);
}

std::string Changed(const std::filesystem::path& file) {
  struct stat info {};
  if (file.empty() || ::stat(file.c_str(), &info) != 0) return {};
  return fmt::format("; changed {}", Timestamp(info.st_mtim.tv_sec));
}

// Whether what opening the components would run is what was locked.
bool MayRunPlugins(const std::vector<Drift>& drifts) {
  return std::none_of(drifts.begin(), drifts.end(), [](const Drift& drift) {
    return drift.section == LockSection::kPlugins || drift.section == LockSection::kProgram;
  });
}

}  // namespace

Result<Lock> TakeLock(const LockScope& scope, const std::vector<Resource>& resources) {
  Result<std::vector<InputFile>> inputs = ListInputFiles(scope.pipeline, scope.inputs);
  if (!inputs.ok()) return std::move(inputs).status();
  internal::LockBuilder builder(scope);
  builder.AddConfiguration();
  builder.AddResources(resources);
  builder.AddInputs(*inputs);
  Lock lock = builder.lock();
  lock.since = Timestamp();
  return lock;
}

std::vector<Drift> Compare(const Lock& locked, const Lock& now) {
  std::vector<Drift> drifts;
  for (const auto& [section, things] : locked.sections) {
    const auto& present = now.sections.at(section);
    std::map<std::string, Drift> found;
    for (const auto& [name, thing] : things) {
      const auto same = present.find(name);
      if (same == present.end()) {
        found[name] = {section, name, thing, {}, {}};
      } else if (same->second != thing) {
        found[name] = {section, name, thing, same->second, {}};
      }
    }
    for (const auto& [name, thing] : present) {
      if (!things.contains(name)) found[name] = {section, name, {}, thing, {}};
    }
    for (auto& [name, drift] : found) drifts.push_back(std::move(drift));
  }
  return drifts;
}

Result<DriftReport> FindDrift(const Lock& locked, const LockScope& scope) {
  Result<std::vector<InputFile>> inputs = ListInputFiles(scope.pipeline, scope.inputs);
  if (!inputs.ok()) return std::move(inputs).status();
  DriftReport report{{}, *std::move(inputs)};
  internal::LockBuilder builder(scope);
  builder.AddConfiguration();
  builder.AddInputs(report.inputs);
  builder.AddResourcesOf(locked);
  report.drifts = Compare(locked, builder.lock());
  if (MayRunPlugins(report.drifts)) {
    // Only the components know of resources that are new.
    std::vector<Resource> resources;
    Preflight(scope.pipeline, scope.registry, true, &resources);
    builder.AddResources(resources);
    report.drifts = Compare(locked, builder.lock());
  }
  for (Drift& drift : report.drifts) drift.file = builder.FileOf(drift.section, drift.name);
  return report;
}

std::string Describe(const Drift& drift) {
  const std::string what =
      fmt::format("{} {}", kLabels[static_cast<std::size_t>(drift.section)], drift.name);
  const std::string now = drift.now ? Show(drift.section, *drift.now) : std::string();
  if (!drift.locked) return fmt::format("{}: is new, {}{}", what, now, Changed(drift.file));
  const std::string then = Show(drift.section, *drift.locked);
  if (!drift.now) return fmt::format("{}: is gone, was {}", what, then);
  return fmt::format("{}: was {}, is {}{}", what, then, now, Changed(drift.file));
}

}  // namespace koppel
