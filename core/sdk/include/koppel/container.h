// Many documents in one file: docs/reference/koppel-format.md describes the bytes.
//
// A record is one document, complete in itself: its stored form (koppel/codec.h) with the schemas
// of layers that are not standard, as one zstd frame with a checksum.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/codec.h"
#include "koppel/document.h"
#include "koppel/io.h"
#include "koppel/status.h"

namespace koppel {

// Appends the document as a record. bad_input if it is larger than 2 GiB. Thread-safe.
// Precondition: it is sealed.
Status EncodeRecord(const Document& document, std::string& out);

// Reads records. Keeps the schemas that came with them: it must outlive the documents. Not
// thread-safe.
class RecordDecoder {
 public:
  // bad_input, with what is damaged; the document is then empty.
  Status Decode(std::string_view record, Document& document);

 private:
  Result<const SchemaLibrary*> Schemas(std::string_view stored);

  std::map<std::string, std::unique_ptr<SchemaLibrary>, std::less<>> libraries_;
};

// Writes a container. Nothing stands under the path before Close.
class ContainerWriter {
 public:
  // io if the file can't be written.
  static Result<std::unique_ptr<ContainerWriter>> Create(const std::filesystem::path& path);

  Status Append(std::string_view id, std::string_view record);
  // Writes the index.
  Status Close();

 private:
  explicit ContainerWriter(std::unique_ptr<OutputFile> file) : file_(std::move(file)) {}
  Status Write(std::string_view bytes);

  std::unique_ptr<OutputFile> file_;
  std::uint64_t offset_ = 0;
  std::uint64_t records_ = 0;
  std::string index_;
};

// Reads a container, in order or by id. Not thread-safe.
class ContainerReader {
 public:
  struct Entry {
    std::string id;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
  };

  // io if the file can't be read; bad_input if it is no container, or of a newer format. A file
  // without a sound index is opened all the same: its records can be read in order.
  static Result<std::unique_ptr<ContainerReader>> Open(const std::filesystem::path& path);

  // Sets `entry` and `record` to the next record. False at the end. bad_input if the file is
  // truncated or damaged there; the records before stand. Without a sound index `entry.id` is
  // empty.
  Result<bool> Next(Entry& entry, std::string& record);

  // bad_input if the index is missing or damaged.
  const Status& index_status() const { return index_status_; }
  // In the order of the file; empty without a sound index.
  const std::vector<Entry>& index() const { return index_; }
  // The first record of that id, or null.
  const Entry* Find(std::string_view id) const;
  Status Read(const Entry& entry, std::string& record) const;

 private:
  explicit ContainerReader(std::unique_ptr<RandomAccessFile> file) : file_(std::move(file)) {}
  Status ReadHeader();
  Status ReadIndex();
  Status ParseIndex(std::string_view entries, std::uint64_t count, std::uint64_t end);
  Result<bool> Scan(Entry& entry, std::string& record);

  std::unique_ptr<RandomAccessFile> file_;
  std::uint64_t begin_ = 0;     // of the first record
  std::uint64_t position_ = 0;  // of the next record
  std::uint64_t end_ = 0;       // of the last record at most, as far as can be told
  std::uint64_t number_ = 0;    // of the next record, from 0
  Status index_status_;
  std::vector<Entry> index_;
};

}  // namespace koppel
