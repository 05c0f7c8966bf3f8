// Files, for readers and writers.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "koppel/status.h"

namespace koppel {

// A whole file. io if it can't be read, is a folder, a pipe or a device, or is larger than `limit`
// bytes.
Result<std::string> ReadFile(const std::filesystem::path& path,
                             std::uint64_t limit = std::uint64_t{1} << 31);

// A file that is read in pieces. The const part is thread-safe.
class RandomAccessFile {
 public:
  // io if it can't be opened or is a folder.
  static Result<std::unique_ptr<RandomAccessFile>> Open(const std::filesystem::path& path);
  ~RandomAccessFile();
  RandomAccessFile(const RandomAccessFile&) = delete;
  RandomAccessFile& operator=(const RandomAccessFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  // When it was opened.
  std::uint64_t size() const { return size_; }
  // Makes `out` the bytes from `offset`, fewer than `size` only at the end of the file.
  Status Read(std::uint64_t offset, std::uint64_t size, std::string& out) const;

 private:
  RandomAccessFile(std::filesystem::path path, int descriptor)
      : path_(std::move(path)), descriptor_(descriptor) {}

  std::filesystem::path path_;
  int descriptor_;
  std::uint64_t size_ = 0;
};

// 32 raw bytes.
std::string Sha256(std::string_view bytes);
// Of a file of any size, which is read in pieces. io if it can't be read.
Result<std::string> Sha256OfFile(const std::filesystem::path& path);
// Lower-case hexadecimal.
std::string Hex(std::string_view bytes);

// A file that appears whole or not at all: written beside its place under a temporary name, then
// synced and renamed. Destroying it without Commit removes the temporary file.
class OutputFile {
 public:
  // Makes missing folders. io if that or the file fails.
  static Result<std::unique_ptr<OutputFile>> Create(const std::filesystem::path& path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  Status Write(std::string_view bytes);  // buffered
  Status Commit();
  const std::filesystem::path& path() const { return path_; }

 private:
  OutputFile(std::filesystem::path path, std::filesystem::path temporary, int descriptor);
  Status Put(std::string_view bytes);
  Status Flush();

  std::filesystem::path path_;
  std::filesystem::path temporary_;
  int descriptor_;
  std::string buffer_;
};

// A whole file, as OutputFile writes it.
Status WriteFile(const std::filesystem::path& path, std::string_view bytes);

// `relative` below `folder`. invalid_parameter if it is absolute or leaves the folder ("../x").
Result<std::filesystem::path> PathBelow(const std::filesystem::path& folder,
                                        std::string_view relative);

// A document's id as a file name: path separators kept as folders, no "..", no control characters,
// no empty parts; a part that is too long for a file system is cut and told apart by a digest.
std::string FileNameFor(std::string_view document_id);

}  // namespace koppel
