#include "single_file.h"

#include <fmt/format.h>

#include "koppel/params.h"

namespace koppel::write {
namespace {

// A folder, or an ending that is nearly one that asks for compression.
Status CheckName(const std::string& path) {
  const std::filesystem::path file(path);
  if (!file.has_filename()) {
    return InvalidParameter(fmt::format("'{}' names a folder; add the name of a file", path));
  }
  const std::string ending = file.extension().string();
  if (CompressionOf(path) != Compression::kNone || ending.empty()) return Ok();
  const std::string near = DidYouMean(ending, {".gz", ".zst"});
  if (near.empty()) return Ok();
  return InvalidParameter(
      fmt::format("'{}' asks for no compression that there is (.gz, .zst){}", path, near));
}

}  // namespace

Status SingleFile::Open(Setup& setup, const std::string& path) {
  KOPPEL_RETURN_IF_ERROR(CheckName(path));
  Result<std::filesystem::path> full = setup.OutputPath(path);
  if (!full.ok()) return std::move(full).status();
  Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(*full);
  if (!file.ok()) return std::move(file).status();
  file_ = *std::move(file);
  compression_ = CompressionOf(path);
  return Ok();
}

}  // namespace koppel::write
