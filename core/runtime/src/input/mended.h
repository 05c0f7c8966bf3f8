// Documents that were quarantined and mended by hand, to be read in the place of the originals by
// every run into that folder from then on.
//
//   <out>/mended/index.jsonl                  a line for each: uri, original_sha256, file
//   <out>/mended/<digest of the URI>-<name>   the bytes
//
// A copy serves as long as the original is what it was when the copy was made; taking away the file
// takes away the copy.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "input/inputs.h"
#include "koppel/status.h"

namespace koppel {

struct MendedCopy {
  std::string uri;  // of the document that it stands for
  std::string original_sha256;
  std::filesystem::path file;
  std::string sha256;  // of the file; both raw
};

// Immutable; thread-safe.
class Mended {
 public:
  Mended() = default;
  // What a run into that folder reads, files of the quarantine among it that somebody changed. A
  // run takes these over, since it empties the quarantine. bad_input if an index is damaged.
  static Result<Mended> Read(const std::filesystem::path& out, bool take_over = false);

  // What to read for that document, whose own bytes have that digest; null if the original serves.
  const MendedCopy* Find(std::string_view uri, std::string_view sha256) const;
  bool empty() const { return copies_.empty(); }
  // Lets the files of the corpus be read from their copies. Precondition: HashInputs.
  void Replace(std::vector<SourceFile>& files) const;
  // Of all that may be read; empty if there is nothing.
  std::string Digest() const;

 private:
  using Copies = std::map<std::string, MendedCopy, std::less<>>;  // by URI
  explicit Mended(Copies copies) : copies_(std::move(copies)) {}

  Copies copies_;
};

}  // namespace koppel
