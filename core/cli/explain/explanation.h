// What `koppel explain` tells, for a terminal and for a program.
#pragma once

#include <string>
#include <vector>

#include "deeds.h"
#include "koppel/document.h"
#include "koppel/runtime/stored_run.h"
#include "place.h"
#include "place_history.h"
#include "source_bytes.h"

namespace koppel {

// All owned by the caller.
struct Explained {
  const StoredRun& run;
  const StoredDocument& stored;
  const DocumentHistory& history;
  const Document& document;  // its last state
};

// Of a document: what each step did.
std::string DeedsText(const Explained& explained, const std::vector<StepDeed>& deeds);
std::string DeedsJson(const Explained& explained, const std::vector<StepDeed>& deeds);

// Of a place. At most `limit` events and annotations are told of each; 0: all.
std::string PlaceText(const Explained& explained, const PlaceHistory& place,
                      const SourceBytes& source, const std::string& note, std::size_t limit);
std::string PlaceJson(const Explained& explained, const PlaceHistory& place,
                      const SourceBytes& source, const std::string& note);

}  // namespace koppel
