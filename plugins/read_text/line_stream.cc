#include "line_stream.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace koppel::read_text {
namespace {
constexpr std::size_t kPieceBytes = std::size_t{1} << 18;
constexpr std::string_view kMark = "\xEF\xBB\xBF";
}  // namespace

Result<std::unique_ptr<LineStream>> LineStream::Open(const std::filesystem::path& path) {
  std::unique_ptr<LineStream> stream(new LineStream(path));
  stream->file_.open(path, std::ios::binary);
  if (!stream->file_) {
    return IoError(fmt::format("can't open {}: {}", path.string(), std::strerror(errno)));
  }
  const Compression compression = CompressionOf(path.string());
  if (compression != Compression::kNone) {
    stream->decompressor_ = Decompressor::Make(compression);
  }
  return stream;
}

Status LineStream::Fill() {
  text_.erase(0, at_);
  searched_ -= at_;
  at_ = 0;
  piece_.resize(kPieceBytes);
  file_.read(piece_.data(), static_cast<std::streamsize>(piece_.size()));
  if (file_.bad() || (file_.fail() && !file_.eof())) {
    return IoError(fmt::format("can't read {}: {}", path_.string(), std::strerror(errno)));
  }
  piece_.resize(static_cast<std::size_t>(file_.gcount()));
  end_ = file_.eof();
  if (!decompressor_) {
    text_ += piece_;
    return Ok();
  }
  KOPPEL_RETURN_IF_ERROR(decompressor_->Feed(piece_, text_));
  return end_ ? decompressor_->Finish() : Ok();
}

void LineStream::Take(std::size_t size, std::string& line) {
  std::string_view taken = std::string_view(text_).substr(at_, size);
  if (first_ && taken.starts_with(kMark)) taken.remove_prefix(kMark.size());
  if (taken.ends_with('\r')) taken.remove_suffix(1);
  first_ = false;
  line = taken;
}

Result<bool> LineStream::Next(std::string& line) {
  for (;;) {
    const std::size_t end = text_.find('\n', searched_);
    if (end != std::string::npos) {
      Take(end - at_, line);
      at_ = searched_ = end + 1;
      return true;
    }
    searched_ = text_.size();
    if (searched_ - at_ > kMaxLineBytes) {
      return BadInput(
          fmt::format("a line of more than {} bytes; is this one record a line?", kMaxLineBytes));
    }
    if (!end_) {
      KOPPEL_RETURN_IF_ERROR(Fill());
      continue;
    }
    if (at_ == text_.size()) return false;
    Take(text_.size() - at_, line);
    at_ = text_.size();
    return true;
  }
}

}  // namespace koppel::read_text
