// What a RunAccount holds; for the files that tell it.
#pragma once

#include "export/json_node.h"
#include "koppel/provenance/export.h"

namespace koppel {

struct RunAccount::Content {
  std::filesystem::path folder;
  internal::JsonNode run;  // run.json
  std::vector<ListedFile> inputs, outputs;
  std::vector<ListedFile> records;  // run.json and what else tells of the run
  ListedFile pipeline;              // the copy of the pipeline file
};

namespace internal {

// A resource as it is named to others: from the plugin's folder if it is below it.
std::string ResourceName(const RunAccount::Content& content, const std::string& path);

// "koppel run 'my file.yaml'": the command line as a shell takes it.
std::string CommandLine(const RunAccount::Content& content);

}  // namespace internal
}  // namespace koppel
