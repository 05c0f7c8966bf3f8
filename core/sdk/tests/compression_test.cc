#include "koppel/compression.h"

#include <catch2/catch.hpp>

namespace koppel {
namespace {

std::string Gzip(std::string_view text) {
  std::string out;
  AppendCompressed(text, Compression::kGzip, out);
  return out;
}

std::string Zstd(std::string_view text) {
  std::string out;
  AppendCompressed(text, Compression::kZstd, out);
  return out;
}

constexpr std::uint64_t kLimit = std::uint64_t{1} << 30;

std::string Sample() {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "regel " + std::to_string(i * 7919 % 20011) + "\n";
  return text;
}

bool Contains(const Status& status, std::string_view part) {
  return status.message().find(part) != std::string::npos;
}

TEST_CASE("gzip and zstd files come back as they were") {
  const std::string text = Sample();
  CHECK(*Decompress(Gzip(text), Compression::kGzip, kLimit) == text);
  CHECK(*Decompress(Zstd(text), Compression::kZstd, kLimit) == text);
  CHECK(Decompress(Gzip(""), Compression::kGzip, kLimit)->empty());
  CHECK(Decompress(Zstd(""), Compression::kZstd, kLimit)->empty());
}

TEST_CASE("members that follow each other are one file") {
  CHECK(*Decompress(Gzip("een ") + Gzip("twee"), Compression::kGzip, kLimit) == "een twee");
  CHECK(*Decompress(Zstd("een ") + Zstd("twee"), Compression::kZstd, kLimit) == "een twee");
}

TEST_CASE("a compressed file cut anywhere is refused") {
  for (const Compression kind : {Compression::kGzip, Compression::kZstd}) {
    const std::string whole = kind == Compression::kGzip ? Gzip("een zin") : Zstd("een zin");
    for (std::size_t size = 0; size < whole.size(); ++size) {
      INFO(size);
      const auto result = Decompress(std::string_view(whole).substr(0, size), kind, kLimit);
      REQUIRE_FALSE(result.ok());
      CHECK(result.status().kind() == ErrorKind::kBadInput);
      CHECK(Contains(result.status(), "truncated"));
    }
  }
}

TEST_CASE("damaged data and data that are not compressed are refused") {
  std::string damaged = Gzip(Sample());
  damaged[damaged.size() / 2] ^= 0x55;
  CHECK_FALSE(Decompress(damaged, Compression::kGzip, kLimit).ok());
  CHECK(Contains(Decompress("een zin", Compression::kGzip, kLimit).status(), "damaged gzip"));
  CHECK(Contains(Decompress("een zin", Compression::kZstd, kLimit).status(), "damaged zstd"));
  CHECK_FALSE(Decompress(Gzip("een") + "rest", Compression::kGzip, kLimit).ok());
}

TEST_CASE("an archive made to fill the memory is stopped") {
  const std::string zeros(std::size_t{64} << 20, '\0');
  for (const Compression kind : {Compression::kGzip, Compression::kZstd}) {
    const std::string bomb = kind == Compression::kGzip ? Gzip(zeros) : Zstd(zeros);
    const auto result = Decompress(bomb, kind, kLimit);
    REQUIRE_FALSE(result.ok());
    CHECK(Contains(result.status(), "250 times"));
  }
  CHECK(Contains(Decompress(Gzip(Sample()), Compression::kGzip, 1000).status(),
                 "more than 1000 bytes"));
}

}  // namespace
}  // namespace koppel
