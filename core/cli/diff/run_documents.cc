#include "run_documents.h"

#include <memory>
#include <unordered_map>

#include "document_file.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

// A container finds a document by its index. Lines of JSON have none: they are gone through once,
// when the first document is asked for.
ReadFacts FromContainer(const fs::path& path) {
  return [path](std::string_view id) -> Result<DocumentFacts> {
    Result<std::unique_ptr<DocumentFile>> file = DocumentFile::Open(path);
    if (!file.ok()) return std::move(file).status();
    Document document;
    KOPPEL_RETURN_IF_ERROR((*file)->Find(id, document));
    return FactsOf(document);
  };
}

ReadFacts FromLines(const fs::path& path) {
  using Known = std::unordered_map<std::string, DocumentFacts>;
  auto known = std::make_shared<std::unique_ptr<Known>>();
  return [path, known](std::string_view id) -> Result<DocumentFacts> {
    if (!*known) {
      Result<std::unique_ptr<DocumentFile>> file = DocumentFile::Open(path);
      if (!file.ok()) return std::move(file).status();
      auto read = std::make_unique<Known>();
      KOPPEL_RETURN_IF_ERROR((*file)->ForEach(
          [&](const Document& document) { read->emplace(document.id(), FactsOf(document)); }));
      *known = std::move(read);
    }
    const auto found = (*known)->find(std::string(id));
    if (found == (*known)->end()) return BadInput(path.string() + " does not hold it");
    return found->second;
  };
}

}  // namespace

std::map<Detail, ReadFacts> WrittenDocuments(const fs::path& out) {
  std::map<Detail, ReadFacts> documents;
  std::error_code error;
  if (fs::exists(out / "documents.koppel", error))
    documents.emplace(Detail::kLedger, FromContainer(out / "documents.koppel"));
  for (const char* name : {"documents.jsonl", "documents.jsonl.zst", "documents.jsonl.gz"}) {
    if (fs::exists(out / name, error))
      documents.emplace(Detail::kAnnotations, FromLines(out / name));
  }
  return documents;
}

Result<Side> OpenRunFolder(const fs::path& out) { return OpenRun(out, WrittenDocuments(out)); }

}  // namespace koppel
