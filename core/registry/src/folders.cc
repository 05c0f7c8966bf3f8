#include <cstdlib>

#include "koppel/registry/registry.h"

namespace koppel {
namespace fs = std::filesystem;

std::vector<fs::path> DefaultPluginFolders() {
  std::vector<fs::path> folders;
  if (const char* variable = std::getenv("KOPPEL_PLUGIN_PATH")) {
    for (std::string_view rest = variable; !rest.empty();) {
      const std::size_t colon = std::min(rest.find(':'), rest.size());
      // Relative entries would mean the current directory, which holds whatever the user is working
      // on.
      if (const fs::path folder(rest.substr(0, colon)); folder.is_absolute())
        folders.push_back(folder);
      rest.remove_prefix(std::min(colon + 1, rest.size()));
    }
  }
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) folders.push_back(program.parent_path().parent_path() / "lib" / "koppel");
  return folders;
}

}  // namespace koppel
