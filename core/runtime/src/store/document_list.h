// What became of the documents of a run, in the order of the input.
//
//   <out>/.koppel/documents.jsonl   one line each; of a run that went through all of them
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "koppel/io.h"
#include "koppel/runtime/stored_run.h"
#include "koppel/status.h"

namespace koppel {

class DocumentList {
 public:
  static Result<std::unique_ptr<DocumentList>> Create(const std::filesystem::path& file);

  Status Add(const StoredDocument& document);
  // The list stands under its name from here on.
  Status Commit() { return file_->Commit(); }

 private:
  explicit DocumentList(std::unique_ptr<OutputFile> file) : file_(std::move(file)) {}

  std::unique_ptr<OutputFile> file_;
};

// io if there is none; bad_input if it is damaged.
Result<std::vector<StoredDocument>> ReadDocumentList(const std::filesystem::path& file);

}  // namespace koppel
