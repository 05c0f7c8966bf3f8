// One of the two things that are compared: a run, or what a baseline keeps of one.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/diff/facts.h"
#include "koppel/diff/run_identity.h"
#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

// How well documents are known, best last.
enum class Detail {
  kDigests,      // nothing but their digests
  kAnnotations,  // text, metadata and layers
  kLedger,       // and the edits that made the text
};

struct SideDocument {
  std::string id;
  std::string digest;  // hexadecimal
};

// What became of a document that is not in the output.
struct Fate {
  std::string outcome;  // "filtered", "quarantined"
  std::string step, reason;
};

using ReadFacts = std::function<Result<DocumentFacts>(std::string_view id)>;

struct Side {
  std::string name;  // as the user gave it
  RunIdentity identity;
  std::vector<SideDocument> documents;  // of the output, in its order
  std::map<std::string, Fate, std::less<>> fates;
  std::map<Detail, ReadFacts> facts;        // documents of the output; empty: digests alone
  std::shared_ptr<const StoredRun> stored;  // with the state after each step; may be null
  std::vector<std::string> notes;           // what could not be looked at, and why
};

// The ids and digests of digests.jsonl. io or bad_input if it can't be read.
Result<std::vector<SideDocument>> ReadDigests(const std::filesystem::path& file);

// The folder of a run. `documents`: how to read what its writers wrote, for where its store tells
// nothing; may be empty. bad_input if it is no such folder.
Result<Side> OpenRun(const std::filesystem::path& out, std::map<Detail, ReadFacts> documents);

}  // namespace koppel
