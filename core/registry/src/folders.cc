#include <cstdlib>

#include "koppel/registry/registry.h"

namespace koppel {
namespace fs = std::filesystem;

std::vector<fs::path> DefaultPluginFolders() {
  std::vector<fs::path> folders;
  if (const char* variable = std::getenv("KOPPEL_PLUGIN_PATH")) {
    for (std::string_view rest = variable; !rest.empty();) {
      const std::size_t colon = std::min(rest.find(':'), rest.size());
      if (colon > 0) folders.emplace_back(rest.substr(0, colon));
      rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path own = program.parent_path().parent_path() / "lib" / "koppel";
  if (!error && fs::is_directory(own, error)) folders.push_back(own);
  return folders;
}

}  // namespace koppel
