#include "single_file.h"

namespace koppel::write {

Status SingleFile::Open(Setup& setup, const std::string& path) {
  Result<std::filesystem::path> full = setup.OutputPath(path);
  if (!full.ok()) return std::move(full).status();
  Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(*full);
  if (!file.ok()) return std::move(file).status();
  file_ = *std::move(file);
  compression_ = CompressionOf(path);
  return Ok();
}

}  // namespace koppel::write
