#include "document_file.h"

#include <fmt/format.h>

#include <deque>
#include <vector>

#include "document_json.h"
#include "koppel/compression.h"
#include "koppel/container.h"
#include "koppel/io.h"
#include "koppel/runtime/stored_run.h"
#include "run_documents.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

// Of the text of a compressed file.
constexpr std::uint64_t kMaxJsonBytes = std::uint64_t{1} << 33;

// Of a folder that holds no stored run, the file that holds most.
Result<fs::path> FileIn(const fs::path& folder) {
  for (const char* name :
       {"documents.koppel", "documents.jsonl", "documents.jsonl.zst", "documents.jsonl.gz"}) {
    if (fs::exists(folder / name)) return folder / name;
  }
  return BadInput(
      fmt::format("{} holds neither what a run keeps of its work (--keep) nor documents.koppel or "
                  "documents.jsonl",
                  folder.string()));
}

class JsonLines : public DocumentFile {
 public:
  explicit JsonLines(std::string text) : text_(std::move(text)) {}

  Status ForEach(const std::function<void(const Document&)>& visit) override {
    Document document;
    return ForEachLine([&](std::string_view line) -> Result<bool> {
      KOPPEL_RETURN_IF_ERROR(ParseJson(line, schemas_, document));
      visit(document);
      return true;
    });
  }

  Status Find(std::string_view id, Document& document) override {
    std::deque<std::string> ids;
    bool found = false;
    const auto look = [&](std::string_view line) -> Result<bool> {
      Result<std::string> own = IdOfJson(line);
      if (!own.ok()) return std::move(own).status();
      found = *own == id;
      if (found) KOPPEL_RETURN_IF_ERROR(ParseJson(line, schemas_, document));
      ids.push_back(*std::move(own));
      return !found;
    };
    KOPPEL_RETURN_IF_ERROR(ForEachLine(look));
    const std::vector<std::string_view> names(ids.begin(), ids.end());
    return found ? Ok() : NoSuchDocument(id, names);
  }

 private:
  // Until `visit` says false.
  Status ForEachLine(const std::function<Result<bool>(std::string_view)>& visit) const {
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      const std::string_view line = std::string_view(text_).substr(begin, end - begin);
      begin = end + 1;
      ++number;
      if (line.empty()) continue;
      Result<bool> more = visit(line);
      if (!more.ok()) return std::move(more).status().WithContext(fmt::format("line {}", number));
      if (!*more) return Ok();
    }
    return Ok();
  }

  std::string text_;
  InferredSchemas schemas_;
};

class Container : public DocumentFile {
 public:
  explicit Container(std::unique_ptr<ContainerReader> reader) : reader_(std::move(reader)) {}

  Status ForEach(const std::function<void(const Document&)>& visit) override {
    ContainerReader::Entry entry;
    std::string record;
    Document document;
    for (std::size_t number = 0;; ++number) {
      Result<bool> more = reader_->Next(entry, record);
      if (!more.ok()) return std::move(more).status();
      if (!*more) return Ok();
      Status status = decoder_.Decode(record, document);
      if (!status.ok()) return std::move(status).WithContext(fmt::format("record {}", number));
      visit(document);
    }
  }

  Status Find(std::string_view id, Document& document) override {
    if (!reader_->index_status().ok()) return Search(id, document);
    if (const ContainerReader::Entry* entry = reader_->Find(id)) {
      std::string record;
      KOPPEL_RETURN_IF_ERROR(reader_->Read(*entry, record));
      return decoder_.Decode(record, document);
    }
    std::vector<std::string_view> ids;
    for (const ContainerReader::Entry& entry : reader_->index()) ids.push_back(entry.id);
    return NoSuchDocument(id, ids);
  }

 private:
  // Of a truncated file the whole records can still be shown.
  Status Search(std::string_view id, Document& document) {
    ContainerReader::Entry entry;
    std::string record;
    for (;;) {
      Result<bool> more = reader_->Next(entry, record);
      if (!more.ok() || !*more) return std::move(more).status();
      KOPPEL_RETURN_IF_ERROR(decoder_.Decode(record, document));
      if (document.id() == id) return Ok();
    }
  }

  std::unique_ptr<ContainerReader> reader_;
  RecordDecoder decoder_;
};

Result<std::unique_ptr<DocumentFile>> OpenJson(const fs::path& path) {
  Result<std::string> bytes = ReadFile(path);
  if (!bytes.ok()) return std::move(bytes).status();
  const Compression compression = CompressionOf(path.string());
  if (compression != Compression::kNone) {
    bytes = Decompress(*bytes, compression, kMaxJsonBytes);
    if (!bytes.ok()) return std::move(bytes).status().WithContext(path.string());
  }
  return std::unique_ptr<DocumentFile>(std::make_unique<JsonLines>(*std::move(bytes)));
}

}  // namespace

Result<std::unique_ptr<DocumentFile>> DocumentFile::Open(const fs::path& path) {
  if (fs::is_directory(path)) {
    if (StoredRun::IsRun(path)) return OpenRunDocuments(path);
    const Result<fs::path> file = FileIn(path);
    return file.ok() ? Open(*file) : Status(file.status().kind(), file.status().message());
  }
  if (path.extension() != ".koppel") return OpenJson(path);
  Result<std::unique_ptr<ContainerReader>> reader = ContainerReader::Open(path);
  if (!reader.ok()) return std::move(reader).status();
  return std::unique_ptr<DocumentFile>(std::make_unique<Container>(*std::move(reader)));
}

}  // namespace koppel
