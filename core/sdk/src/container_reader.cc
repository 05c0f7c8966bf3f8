#include <fmt/format.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>

#include "container_format.h"
#include "koppel/bytes.h"
#include "koppel/container.h"

namespace koppel {
namespace {

// Of a file whose index is lost, the first piece of a record that is looked at.
constexpr std::uint64_t kFirstPiece = std::uint64_t{1} << 17;

Status CheckHeader(std::string_view content) {
  ByteReader cursor(content);
  if (cursor.Bytes(internal::kHeaderMagic.size()) != internal::kHeaderMagic)
    return BadInput("it is no koppel file");
  const std::uint64_t version = cursor.Fixed(4);
  if (version != internal::kFormatVersion) {
    return BadInput(fmt::format("it has format {}; this version reads format {}", version,
                                internal::kFormatVersion));
  }
  const std::string_view digest = cursor.Bytes(internal::kDigestBytes);
  if (!cursor.ok() || Sha256(cursor.rest()) != digest) return BadInput("its header is damaged");
  return std::move(SchemaLibrary::Decode(cursor.rest()))
      .status()
      .WithContext("it was written by another version");
}

Status MissingIndex() {
  return BadInput("its index is missing: the file is truncated or damaged at its end");
}

}  // namespace

Result<std::unique_ptr<ContainerReader>> ContainerReader::Open(const std::filesystem::path& path) {
  Result<std::unique_ptr<RandomAccessFile>> file = RandomAccessFile::Open(path);
  if (!file.ok()) return std::move(file).status();
  std::unique_ptr<ContainerReader> reader(new ContainerReader(*std::move(file)));
  if (Status status = reader->ReadHeader(); !status.ok())
    return std::move(status).WithContext(path.string());
  reader->index_status_ = reader->ReadIndex();
  return reader;
}

Status ContainerReader::ReadHeader() {
  std::string head, content;
  KOPPEL_RETURN_IF_ERROR(file_->Read(0, internal::kFrameHead, head));
  ByteReader cursor(head);
  const std::uint64_t magic = cursor.Fixed(4);
  const std::uint64_t size = cursor.Fixed(4);
  if (!cursor.ok() || magic != internal::kHeaderFrame) return BadInput("it is no koppel file");
  KOPPEL_RETURN_IF_ERROR(file_->Read(internal::kFrameHead, size, content));
  if (content.size() < size) return BadInput("it is truncated in its header");
  begin_ = position_ = internal::kFrameHead + size;
  end_ = file_->size();
  return CheckHeader(content);
}

Status ContainerReader::ReadIndex() {
  if (file_->size() < begin_ + internal::kFrameHead + internal::kTrailer) return MissingIndex();
  const std::uint64_t trailer_at = file_->size() - internal::kTrailer;
  std::string trailer, frame;
  KOPPEL_RETURN_IF_ERROR(file_->Read(trailer_at, internal::kTrailer, trailer));
  ByteReader cursor(trailer);
  const std::uint64_t count = cursor.Fixed(8);
  const std::uint64_t offset = cursor.Fixed(8);
  const std::string_view digest = cursor.Bytes(internal::kDigestBytes);
  if (cursor.rest() != internal::kTrailerMagic || offset < begin_ ||
      offset > trailer_at - internal::kFrameHead) {
    return MissingIndex();
  }
  end_ = offset;
  KOPPEL_RETURN_IF_ERROR(file_->Read(offset, trailer_at - offset, frame));
  ByteReader head(frame);
  const std::uint64_t magic = head.Fixed(4);
  const std::uint64_t content = head.Fixed(4);
  const bool framed =
      magic == internal::kIndexFrame && content == head.rest().size() + internal::kTrailer;
  if (!framed || Sha256(head.rest()) != digest) return BadInput("its index is damaged");
  return ParseIndex(head.rest(), count, offset);
}

Status ContainerReader::ParseIndex(std::string_view entries, std::uint64_t count,
                                   std::uint64_t end) {
  ByteReader cursor(entries);
  std::vector<Entry> index;
  std::uint64_t at = begin_;
  while (cursor.ok() && !cursor.rest().empty()) {
    Entry entry;
    entry.offset = cursor.Fixed(8);
    entry.size = cursor.Fixed(8);
    entry.id = cursor.Bytes(cursor.Fixed(4));
    if (entry.offset != at || entry.size > end - at)
      return BadInput("its index does not fit its records");
    at += entry.size;
    index.push_back(std::move(entry));
  }
  if (!cursor.ok() || at != end || index.size() != count)
    return BadInput("its index does not fit its records");
  index_ = std::move(index);
  return Ok();
}

const ContainerReader::Entry* ContainerReader::Find(std::string_view id) const {
  const auto found = std::find_if(index_.begin(), index_.end(),
                                  [id](const Entry& entry) { return entry.id == id; });
  return found == index_.end() ? nullptr : &*found;
}

Status ContainerReader::Read(const Entry& entry, std::string& record) const {
  KOPPEL_RETURN_IF_ERROR(file_->Read(entry.offset, entry.size, record));
  return record.size() == entry.size
             ? Ok()
             : IoError(file_->path().string() + " became shorter while it was read");
}

Result<bool> ContainerReader::Next(Entry& entry, std::string& record) {
  if (!index_status_.ok()) return Scan(entry, record);
  if (number_ == index_.size()) return false;
  entry = index_[number_++];
  KOPPEL_RETURN_IF_ERROR(Read(entry, record));
  return true;
}

// Without an index a record's size is what zstd finds its frame to be.
Result<bool> ContainerReader::Scan(Entry& entry, std::string& record) {
  // What is shorter than the head of a frame is no record that was cut: it begins the index.
  if (position_ + internal::kFrameHead > end_)
    return Status(index_status_.kind(), index_status_.message());
  std::size_t size = 0;
  for (std::uint64_t piece = kFirstPiece;; piece *= 2) {
    KOPPEL_RETURN_IF_ERROR(file_->Read(position_, piece, record));
    if (ByteReader(record).Fixed(4) == internal::kIndexFrame)
      return Status(index_status_.kind(), index_status_.message());
    size = ZSTD_findFrameCompressedSize(record.data(), record.size());
    if (!ZSTD_isError(size)) break;
    if (ZSTD_getErrorCode(size) != ZSTD_error_srcSize_wrong) {
      return BadInput(
          fmt::format("record {} is damaged at byte {} of the file", number_ + 1, position_));
    }
    if (record.size() < piece) {
      return BadInput(
          fmt::format("record {} is cut off: the file ends at byte {}", number_ + 1, end_));
    }
  }
  record.resize(size);
  entry = {{}, position_, size};
  position_ += size;
  ++number_;
  return true;
}

}  // namespace koppel
