#include <fmt/format.h>

#include <limits>

#include "container_format.h"
#include "koppel/bytes.h"
#include "koppel/container.h"
#include "koppel/layers.h"

namespace koppel {
namespace {

std::string SkippableFrame(std::uint32_t magic, std::string_view content) {
  std::string frame;
  AppendFixed(magic, 4, frame);
  AppendFixed(content.size(), 4, frame);
  return frame.append(content);
}

std::string Header() {
  std::string schemas;
  EncodeSchemas(StandardLayers(), schemas);
  std::string content(internal::kHeaderMagic);
  AppendFixed(internal::kFormatVersion, 4, content);
  content += Sha256(schemas) + schemas;
  return SkippableFrame(internal::kHeaderFrame, content);
}

}  // namespace

Result<std::unique_ptr<ContainerWriter>> ContainerWriter::Create(
    const std::filesystem::path& path) {
  Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(path);
  if (!file.ok()) return std::move(file).status();
  std::unique_ptr<ContainerWriter> writer(new ContainerWriter(*std::move(file)));
  KOPPEL_RETURN_IF_ERROR(writer->Write(Header()));
  return writer;
}

Status ContainerWriter::Write(std::string_view bytes) {
  offset_ += bytes.size();
  return file_->Write(bytes);
}

Status ContainerWriter::Append(std::string_view id, std::string_view record) {
  AppendFixed(offset_, 8, index_);
  AppendFixed(record.size(), 8, index_);
  AppendFixed(id.size(), 4, index_);
  index_ += id;
  ++records_;
  return Write(record);
}

Status ContainerWriter::Close() {
  std::string trailer;
  AppendFixed(records_, 8, trailer);
  AppendFixed(offset_, 8, trailer);
  trailer += Sha256(index_);
  trailer += internal::kTrailerMagic;
  if (index_.size() + trailer.size() > std::numeric_limits<std::uint32_t>::max()) {
    return IoError(
        fmt::format("{}: the index of {} documents is larger than 4 GiB; write several files",
                    file_->path().string(), records_));
  }
  KOPPEL_RETURN_IF_ERROR(Write(SkippableFrame(internal::kIndexFrame, index_ + trailer)));
  return file_->Commit();
}

}  // namespace koppel
