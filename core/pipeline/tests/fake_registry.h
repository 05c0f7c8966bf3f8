// A registry of components that exist by their sidecars only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "koppel/registry/registry.h"

namespace koppel {

// A folder below the system's temporary one, removed at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // Writes a file below it.
  std::filesystem::path Write(const std::filesystem::path& name, const std::string& text) const;

 private:
  std::filesystem::path path_;
};

// read.text (sets year, genre, language), read.pdf (makes page, box), read.store (brings stored layers),
// read.records (any metadata, or those that it names); guess.language (sets that); text.repair
// (observer, all types of parameters), segment.sentences and segment.tokens, tag.lemma, find.names
// (uses token where it exists), judge.words (needs token and its lemma), write.lines, write.tree
// (needs page), write.table (names layers and columns, of its own document and text). A layer
// rhyme, with the feature scheme, that nothing makes.
Registry FakeRegistry();

// A pipeline that uses most of them and has nothing wrong.
extern const char kGoodPipeline[];

// Loads `yaml` from a file p.yaml.
LoadedPipeline LoadText(const std::string& yaml, const std::vector<Override>& overrides = {});

// "line:column: message [kind]" of each problem.
std::vector<std::string> ProblemsOf(const std::string& yaml,
                                    const std::vector<Override>& overrides = {});

}  // namespace koppel
