// koppel.lock: all that the result of a run depends on, by digest or value, as it was when the lock
// was made.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/registry/registry.h"
#include "koppel/runtime/input_files.h"
#include "koppel/runtime/run_report.h"
#include "koppel/status.h"

namespace koppel {

// In the order of the file.
enum class LockSection {
  kPipeline,    // the file
  kParameters,  // resolved: with defaults and what the command line sets
  kProgram,     // files: the program and its own libraries
  kSdk,         // version, headers, build, schema of documents, layers
  kVersions,    // of libraries and plugins
  kBreakRules,  // of ICU
  kPlugins,     // files: their libraries
  kResources,   // files: dictionaries, lexicons, data of plugins; also what was not there
  kInputs,      // files
};
inline constexpr std::size_t kLockSections = 9;

// The key in the file: "pipeline", "parameters", …
std::string_view Name(LockSection section);

// A file, or a value.
struct LockedThing {
  std::string value;  // SHA-256 in hexadecimal, empty for a file that is not there; canonical JSON
  std::uint64_t size = 0;  // of a file

  bool operator==(const LockedThing&) const = default;
};

// Names of files are relative to the folder of the lock file if they belong to the same project:
// if they lie below the folder that holds both the lock file and the pipeline file. Data of plugins
// are "plugin:<name>/<path below its folder>". All others are absolute.
struct Lock {
  std::string since;  // when it was made, RFC 3339
  std::map<LockSection, std::map<std::string, LockedThing>> sections;
};

// What is, or is to be, locked.
struct LockScope {
  const Pipeline& pipeline;
  const Registry& registry;
  std::vector<std::string> inputs;                            // as in RunOptions
  std::filesystem::path file;                                 // of the lock; need not be there
  std::vector<std::pair<std::string, std::string>> versions;  // of libraries
};

// Everything as it is now. `resources` are those of the opened components.
Result<Lock> TakeLock(const LockScope& scope, const std::vector<Resource>& resources);

// The file's text, and back. bad_input where it is no lock that this program can read.
std::string ToText(const Lock& lock);
Result<Lock> ReadLock(const std::filesystem::path& file);

// Something that is not as it was locked.
struct Drift {
  LockSection section;
  std::string name;
  std::optional<LockedThing> locked;  // nothing: it is new
  std::optional<LockedThing> now;     // nothing: it is gone
  std::filesystem::path file;         // that it is now, or empty
};

// In the order of the sections, then of the names. `file` stays empty.
std::vector<Drift> Compare(const Lock& locked, const Lock& now);

struct DriftReport {
  std::vector<Drift> drifts;
  std::vector<InputFile> inputs;  // as they were found
};

// Compares everything with the lock in `scope.file`. Runs no code of plugins unless all libraries
// are as locked. Errors: what keeps it from finding out, such as an input that names nothing.
Result<DriftReport> FindDrift(const Lock& locked, const LockScope& scope);

// "input corpus/a.txt: 0f3a…, 120 bytes, is now 77bc…, 121 bytes; changed 2026-03-01 12:00:00 UTC"
std::string Describe(const Drift& drift);

}  // namespace koppel
