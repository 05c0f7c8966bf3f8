// A file of documents, of write.jsonl or write.koppel, or the folder of a run: what `koppel show`
// looks into.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string_view>

#include "koppel/document.h"
#include "koppel/status.h"

namespace koppel {

class DocumentFile {
 public:
  virtual ~DocumentFile() = default;

  // Calls `visit` with each document in the order of the file. An error names the document that it
  // stands at; those before have been visited.
  virtual Status ForEach(const std::function<void(const Document&)>& visit) = 0;
  // bad_input if there is none, with the nearest id.
  virtual Status Find(std::string_view id, Document& document) = 0;

  // By the end of its name: .koppel, or else lines of JSON (.gz, .zst: compressed). Of a folder
  // what the run there keeps, or else the file of documents with the most in it. Must outlive the
  // documents that it fills.
  static Result<std::unique_ptr<DocumentFile>> Open(const std::filesystem::path& path);
};

}  // namespace koppel
