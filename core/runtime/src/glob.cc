#include "glob.h"

#include <fnmatch.h>

#include <span>

namespace koppel {
namespace {

namespace fs = std::filesystem;

using Parts = std::span<const fs::path>;

// Whether the names of a path match the parts of a pattern.
bool Matches(Parts pattern, Parts names) {
  if (pattern.empty()) return names.empty();
  if (pattern.front() == "**") {
    for (std::size_t skip = 0; skip <= names.size(); ++skip) {
      if (Matches(pattern.subspan(1), names.subspan(skip))) return true;
    }
    return false;
  }
  return !names.empty() &&
         fnmatch(pattern.front().c_str(), names.front().c_str(), FNM_PERIOD) == 0 &&
         Matches(pattern.subspan(1), names.subspan(1));
}

std::vector<fs::path> Split(const fs::path& path) { return {path.begin(), path.end()}; }

bool Hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

template <class Visit>
void Walk(const fs::path& folder, Visit visit) {
  std::error_code error;
  const auto options = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator it(folder, options, error), end; !error && it != end;
       it.increment(error)) {
    if (it->is_directory(error)) {
      if (Hidden(it->path())) it.disable_recursion_pending();
    } else {
      visit(it->path());
    }
  }
}

}  // namespace

bool HasWildcard(std::string_view path) {
  return path.find_first_of("*?[") != std::string_view::npos;
}

fs::path GlobRoot(const std::string& pattern) {
  fs::path root;
  for (const fs::path& part : fs::path(pattern)) {
    if (HasWildcard(part.native())) break;
    root /= part;
  }
  return root;
}

std::vector<fs::path> Glob(const std::string& pattern) {
  const fs::path root = GlobRoot(pattern);
  const std::vector<fs::path> parts = Split(pattern);
  const std::size_t fixed = Split(root).size();
  std::vector<fs::path> found;
  Walk(root.empty() ? fs::path(".") : root, [&](const fs::path& path) {
    const std::vector<fs::path> names = Split(root.empty() ? path.lexically_relative(".") : path);
    if (Matches(Parts(parts).subspan(fixed), Parts(names).subspan(fixed))) {
      found.push_back(root.empty() ? path.lexically_relative(".") : path);
    }
  });
  return found;
}

std::vector<fs::path> FilesBelow(const fs::path& folder) {
  std::vector<fs::path> found;
  Walk(folder, [&](const fs::path& path) {
    if (!Hidden(path)) found.push_back(path);
  });
  return found;
}

}  // namespace koppel
