// run.json: what a run did, for scripts and for whoever must explain it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/run.h"
#include "koppel/status.h"

namespace koppel {

using Versions = std::vector<std::pair<std::string, std::string>>;

// Writes <out>/run.json: counts, times, the resolved pipeline, plugins with the digests of their
// libraries, resources with theirs, versions, and what was noted, filtered or quarantined. `digest`
// is that of all documents of the output.
Status WriteRunJson(const Pipeline& pipeline, const RunReport& report, std::string_view digest,
                    const Versions& versions, const std::filesystem::path& out);

// The text as a JSON string, with its quotes.
std::string JsonString(std::string_view text);

}  // namespace koppel
