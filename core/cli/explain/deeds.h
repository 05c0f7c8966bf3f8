// What each step did to a document.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "koppel/document.h"
#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

struct LayerDeed {
  std::string layer;
  std::uint32_t before = 0, after = 0;  // rows
};

struct StepDeed {
  std::size_t state = 0;                       // DocumentHistory
  std::map<std::string, std::uint64_t> edits;  // by rule
  std::size_t bytes_before = 0, bytes_after = 0;
  std::vector<LayerDeed> layers;      // made, removed, or with other features or numbers of rows
  std::vector<std::string> metadata;  // keys that were set or changed
};

// One for each state, in order. Linear in the document times the number of its states.
Result<std::vector<StepDeed>> DeedsOf(const DocumentHistory& history);

}  // namespace koppel
