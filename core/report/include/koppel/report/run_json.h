// run.json: what a run did, for scripts and for whoever must explain it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/report/run_lists.h"
#include "koppel/runtime/run_report.h"
#include "koppel/status.h"

namespace koppel {

using Versions = std::vector<std::pair<std::string, std::string>>;

// What a run does not know of itself.
struct RunFacts {
  std::string invocation;              // a random UUID
  std::string started, finished;       // RFC 3339, UTC
  std::vector<std::string> arguments;  // the command line
  std::string folder;                  // in which it was given
  std::string lock;                    // SHA-256 of the lock file that was kept to; empty: none
  std::string digest;                  // of all documents of the output
  std::string pipeline_sha256;         // of the pipeline file
  ListFacts inputs, outputs;
  std::vector<std::pair<std::string, std::string>> program;  // its files, with their SHA-256
  Versions versions;
};

// Writes <out>/run.json: counts, times, the resolved pipeline, plugins with the digests of their
// libraries, resources with theirs, versions, and what was noted, filtered or quarantined.
Status WriteRunJson(const Pipeline& pipeline, const RunReport& report, const RunFacts& facts,
                    const std::filesystem::path& out);

}  // namespace koppel
