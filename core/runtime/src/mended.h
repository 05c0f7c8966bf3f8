// Documents that were quarantined and mended by hand, to be read in the place of the originals.
//
//   <out>/.koppel/mended/<digest of the URI>-<name>   kept until a run that used them is complete
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "inputs.h"
#include "koppel/runtime/run_folder.h"
#include "koppel/status.h"

namespace koppel {

// Immutable; thread-safe.
class Mended {
 public:
  // Takes over the files of the quarantine that somebody changed, and those that an interrupted run
  // has taken over already.
  static Result<Mended> Collect(RunFolder& folder);

  // The file to read for that URI; null if the original serves.
  const std::filesystem::path* Find(std::string_view uri) const;
  bool empty() const { return files_.empty(); }
  // Lets the files of the corpus be read from there.
  void Replace(std::vector<SourceFile>& files) const;

 private:
  std::map<std::string, std::filesystem::path> files_;  // by the digest of the URI
};

}  // namespace koppel
