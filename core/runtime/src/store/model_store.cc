#include "store/model_store.h"

#include "koppel/compression.h"
#include "koppel/io.h"

namespace koppel {
namespace {

constexpr std::uint64_t kMaxModelBytes = std::uint64_t{8} << 30;

}  // namespace

std::filesystem::path ModelStore::PathOf(std::string_view key) const {
  return folder_ / (Hex(key) + ".model");
}

std::string ModelStore::Find(std::string_view key) {
  const Result<std::string> frame = ReadFile(PathOf(key));
  if (!frame.ok()) return {};
  Result<std::string> saved = Decompress(*frame, Compression::kZstd, kMaxModelBytes);
  if (!saved.ok()) return {};
  used_.insert(PathOf(key));
  return *std::move(saved);
}

Status ModelStore::Add(std::string_view key, std::string_view saved) {
  std::string frame;
  AppendCompressed(saved, Compression::kZstd, frame);
  used_.insert(PathOf(key));
  return WriteFile(PathOf(key), frame);
}

void ModelStore::Trim() {
  std::error_code error;
  std::filesystem::directory_iterator entry(folder_, error);
  for (const std::filesystem::directory_iterator end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (!used_.contains(entry->path())) std::filesystem::remove(entry->path(), ignored);
  }
}

}  // namespace koppel
