// The digests of a run: of every document, and of all of them together.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "koppel/component.h"
#include "koppel/io.h"

namespace koppel {

// Writes <out>/digests.jsonl, one line per document of the output: `document` and `sha256`.
class DigestWriter final : public Writer {
 public:
  DigestWriter();
  ~DigestWriter() override;

  Status Open(Setup& setup) override;
  Status Render(const Document& document, std::string& out) const override;
  Status Append(std::string_view document_id, std::string_view rendered) override;
  Status Close() override;

  // Of all documents that were appended, in their order: SHA-256 over their digests. Lower-case
  // hexadecimal. How a run was cut into parts does not matter.
  std::string RunDigest() const;

 private:
  struct Hash;
  std::unique_ptr<Hash> documents_;
  std::unique_ptr<OutputFile> file_;
};

}  // namespace koppel
