#include "koppel/provenance/program.h"

#include <link.h>

#include <string_view>

#include "koppel/bytes.h"
#include "koppel/io.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kOwn = "libkoppel_";

int AddLibrary(dl_phdr_info* info, std::size_t, void* files) {
  const fs::path path = info->dlpi_name;
  const std::string name = path.filename().string();
  if (name.starts_with(kOwn))
    static_cast<std::map<std::string, fs::path>*>(files)->emplace(name, path);
  return 0;
}

}  // namespace

std::map<std::string, fs::path> ProgramFiles() {
  std::map<std::string, fs::path> files;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) files.emplace(program.filename().string(), program);
  dl_iterate_phdr(&AddLibrary, &files);
  return files;
}

std::string ProgramDigest() {
  std::string all;
  for (const auto& [name, path] : ProgramFiles()) {
    const Result<std::string> digest = Sha256OfFile(path);
    AppendText(name, all);
    AppendText(digest.ok() ? *digest : std::string(), all);
  }
  return Sha256(all);
}

}  // namespace koppel
