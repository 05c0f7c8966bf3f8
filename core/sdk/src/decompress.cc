#include <fmt/format.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>

#include "koppel/compression.h"

namespace koppel {
namespace {

// Fed in pieces, so that limits are looked at before much memory is taken.
constexpr std::size_t kPiece = std::size_t{1} << 16;

class Gzip : public Decompressor {
 public:
  Gzip() { inflateInit2(&stream_, 15 + 16); }  // 16: a gzip header is expected
  ~Gzip() override { inflateEnd(&stream_); }

 private:
  Result<std::size_t> Step(std::string_view& input, std::string& out) override {
    if (complete_) inflateReset(&stream_);
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(input.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    const int code = inflate(&stream_, Z_NO_FLUSH);
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) {
      return BadInput(
          fmt::format("damaged gzip data: {}", stream_.msg ? stream_.msg : zError(code)));
    }
    complete_ = code == Z_STREAM_END;
    input.remove_prefix(input.size() - stream_.avail_in);
    return out.size() - stream_.avail_out;
  }
  bool complete() const override { return complete_; }
  std::string_view name() const override { return "gzip"; }

  z_stream stream_{};
  bool complete_ = false;
};

class Zstd : public Decompressor {
 public:
  Zstd() : stream_(ZSTD_createDStream()) {}
  ~Zstd() override { ZSTD_freeDStream(stream_); }
  Zstd(const Zstd&) = delete;
  Zstd& operator=(const Zstd&) = delete;

 private:
  Result<std::size_t> Step(std::string_view& input, std::string& out) override {
    ZSTD_inBuffer from{input.data(), input.size(), 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    const std::size_t code = ZSTD_decompressStream(stream_, &to, &from);
    if (ZSTD_isError(code)) {
      return BadInput(fmt::format("damaged zstd data: {}", ZSTD_getErrorName(code)));
    }
    complete_ = code == 0;
    input.remove_prefix(from.pos);
    return to.pos;
  }
  bool complete() const override { return complete_; }
  std::string_view name() const override { return "zstd"; }

  ZSTD_DStream* stream_;
  bool complete_ = false;
};

}  // namespace

std::unique_ptr<Decompressor> Decompressor::Make(Compression compression) {
  if (compression == Compression::kGzip) return std::make_unique<Gzip>();
  return std::make_unique<Zstd>();
}

Status Decompressor::Feed(std::string_view input, std::string& out) {
  consumed_ += input.size();
  std::size_t produced = 0;
  // A full buffer may mean that more is waiting inside the stream.
  while (!input.empty() || (produced == buffer_.size() && !complete())) {
    Result<std::size_t> step = Step(input, buffer_);
    if (!step.ok()) return std::move(step).status();
    produced = *step;
    produced_ += produced;
    if (produced_ > kRatioFree && produced_ / kMaxRatio > consumed_) {
      return BadInput(
          fmt::format("{} data grow to more than {} times their size", name(), kMaxRatio));
    }
    out.append(buffer_, 0, produced);
  }
  return Ok();
}

Status Decompressor::Finish() const {
  if (complete()) return Ok();
  return BadInput(fmt::format("truncated {} data: the file stops after {} bytes, {} decompressed",
                              name(), consumed_, produced_));
}

Result<std::string> Decompress(std::string_view bytes, Compression compression,
                               std::uint64_t limit) {
  const std::unique_ptr<Decompressor> stream = Decompressor::Make(compression);
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += kPiece) {
    KOPPEL_RETURN_IF_ERROR(stream->Feed(bytes.substr(i, kPiece), out));
    if (out.size() > limit) {
      return BadInput(fmt::format("more than {} bytes when decompressed", limit));
    }
  }
  KOPPEL_RETURN_IF_ERROR(stream->Finish());
  return out;
}

}  // namespace koppel
