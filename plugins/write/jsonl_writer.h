#pragma once

#include <string>
#include <vector>

#include "json_document.h"
#include "koppel/component.h"
#include "single_file.h"

namespace koppel::write {

// Component write.jsonl: one line per document, with all its layers.
class JsonlWriter : public Writer {
 public:
  struct Params {
    std::string path = "documents.jsonl";
    OffsetUnit offset_unit = OffsetUnit::kUtf8Bytes;
    std::vector<std::string> layers = {};
  };
  static void Declare(ParamSpec<Params>& spec);
  static constexpr Traits kTraits{
      .help = "Writes one JSON object per line: text, metadata and all layers.",
      .concurrency = Concurrency::kParallel};

  explicit JsonlWriter(Params params) : params_(std::move(params)) {}

  Status Open(Setup& setup) override;
  Status Render(const Document& document, std::string& out) const override;
  Status Append(std::string_view document_id, std::string_view rendered) override;
  Status Close() override { return file_.Close(); }

 private:
  Params params_;
  JsonOptions options_;
  SingleFile file_;
};

}  // namespace koppel::write
