// A finished run, told in the words of others: as a Workflow Run RO-Crate and as an in-toto
// statement with SLSA provenance.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "koppel/status.h"

namespace koppel {

struct ListedFile {
  std::string path;
  std::string sha256;  // lower-case hexadecimal; empty: it could not be read
  std::uint64_t size = 0;
};

// What a run left behind about itself.
class RunAccount {
 public:
  // Reads run.json and the lists beside it, and the outputs to see that they are what the run
  // wrote. bad_input: no run there, one of an earlier release, or a damaged account; drift: an
  // output, the pipeline's copy or a list is not what the run wrote, with its name.
  static Result<RunAccount> Read(const std::filesystem::path& folder);
  ~RunAccount();
  RunAccount(RunAccount&&) noexcept;

  const std::filesystem::path& folder() const;
  bool complete() const;
  // In order of path below the folder.
  const std::vector<ListedFile>& outputs() const;
  // Names of the files beside the output that tell of the run, of those that are there.
  std::vector<std::string> records() const;

  struct Content;
  const Content& content() const { return *content_; }

 private:
  explicit RunAccount(std::unique_ptr<Content> content);
  std::unique_ptr<Content> content_;
};

// What a run can't know of itself.
struct CrateAbout {
  std::string name;                 // empty: the pipeline's name
  std::string description;          // empty: what was run
  std::string licence;              // SPDX identifier, URL, or a sentence; empty: not stated
  std::vector<std::string> agents;  // who ran it: "Name" or "Name <URL>"
};

inline constexpr char kCrateMetadata[] = "ro-crate-metadata.json";
inline constexpr char kStatement[] = "run.intoto.json";

// The text of ro-crate-metadata.json for a folder that holds the run's outputs and records:
// RO-Crate 1.1, Provenance Run Crate 0.5.
std::string RoCrateMetadata(const RunAccount& account, const CrateAbout& about);

// An in-toto Statement v1, not signed, whose predicate is SLSA provenance v1. `builder`: URI of who
// vouches for the machine that ran it; empty: nobody. bad_input if the run is not complete or wrote
// nothing.
Result<std::string> InTotoStatement(const RunAccount& account, const std::string& builder);

}  // namespace koppel
