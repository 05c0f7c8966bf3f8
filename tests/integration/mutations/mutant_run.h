// Runs a pipeline file, or a mutant of one that `check` may have refused, and keeps what came out.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/registry/registry.h"

namespace koppel {

const Registry& InstalledPlugins();

// A folder that goes away with the object.
class Workshop {
 public:
  Workshop();
  ~Workshop();
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  std::filesystem::path Write(std::string_view name, std::string_view bytes) const;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Outcome {
  bool ran = false;              // to its end, with no document in quarantine
  std::string documents;         // text and layers of all
  std::set<std::string> filled;  // "layer" and "layer.feature" that some document has
};

// Runs on `input` alone, one thread. The pipeline may have problems, as long as all of its
// components are known.
Outcome RunMutant(const Pipeline& pipeline, const std::filesystem::path& input);

}  // namespace koppel
