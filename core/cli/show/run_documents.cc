#include "run_documents.h"

#include <fmt/format.h>

#include "koppel/runtime/stored_run.h"

namespace koppel {
namespace {

class RunDocuments : public DocumentFile {
 public:
  explicit RunDocuments(std::unique_ptr<StoredRun> run) : run_(std::move(run)) {}

  Status ForEach(const std::function<void(const Document&)>& visit) override {
    Document document;
    for (const StoredDocument& stored : run_->documents()) {
      if (stored.outcome != Outcome::kOutput) continue;
      KOPPEL_RETURN_IF_ERROR(Restore(stored, document));
      visit(document);
    }
    return Ok();
  }

  Status Find(std::string_view id, Document& document) override {
    const Result<const StoredDocument*> stored = run_->Find(id);
    if (!stored.ok()) return {stored.status().kind(), stored.status().message()};
    return Restore(**stored, document);
  }

 private:
  Status Restore(const StoredDocument& stored, Document& document) const {
    Result<DocumentHistory> history = run_->History(stored);
    if (!history.ok()) return std::move(history).status();
    if (history->states() > 0) return history->Restore(history->states() - 1, document);
    return BadInput(fmt::format("the document '{}' could not be read: {}: {}", stored.id,
                                stored.step, stored.reason));
  }

  std::unique_ptr<StoredRun> run_;
};

}  // namespace

Result<std::unique_ptr<DocumentFile>> OpenRunDocuments(const std::filesystem::path& out) {
  Result<std::unique_ptr<StoredRun>> run = StoredRun::Open(out);
  if (!run.ok()) return std::move(run).status();
  return std::unique_ptr<DocumentFile>(std::make_unique<RunDocuments>(*std::move(run)));
}

}  // namespace koppel
