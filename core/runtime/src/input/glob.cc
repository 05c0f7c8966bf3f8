#include "input/glob.h"

#include <fmt/format.h>
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

// Whether something below a folder of these names can match.
bool MayHold(Parts pattern, Parts names) {
  if (pattern.empty()) return false;
  if (names.empty() || pattern.front() == "**") return true;
  return fnmatch(pattern.front().c_str(), names.front().c_str(), FNM_PERIOD) == 0 &&
         MayHold(pattern.subspan(1), names.subspan(1));
}

// Looks into the folders that `enter` wants, and keeps the files that `take` wants.
template <class Enter, class Take>
void Walk(const fs::path& folder, const Enter& enter, const Take& take, FoundFiles& found) {
  std::error_code error;
  fs::directory_iterator it(folder, error);
  for (const fs::directory_iterator end; !error && it != end; it.increment(error)) {
    std::error_code unknown;
    const fs::path& path = it->path();
    if (!it->is_directory(unknown)) {
      if (take(path)) found.files.push_back(path);
    } else if (enter(path)) {
      if (it->is_symlink(unknown)) {
        found.links.push_back(path);
      } else {
        Walk(path, enter, take, found);
      }
    }
  }
  if (error) found.unreadable.push_back(fmt::format("{}: {}", folder.string(), error.message()));
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

FoundFiles Glob(const std::string& pattern) {
  const fs::path root = GlobRoot(pattern);
  const std::vector<fs::path> parts = Split(pattern);
  const Parts wild = Parts(parts).subspan(Split(root).size());
  const fs::path start = root.empty() ? "." : root;
  const auto below = [&start](const fs::path& path) {
    return Split(path.lexically_relative(start));
  };
  FoundFiles found;
  Walk(
      start, [&](const fs::path& path) { return !Hidden(path) && MayHold(wild, below(path)); },
      [&](const fs::path& path) { return Matches(wild, below(path)); }, found);
  if (root.empty()) {
    for (fs::path& file : found.files) file = file.lexically_relative(".");
  }
  return found;
}

FoundFiles FilesBelow(const fs::path& folder) {
  const auto shown = [](const fs::path& path) { return !Hidden(path); };
  FoundFiles found;
  Walk(folder, shown, shown, found);
  return found;
}

}  // namespace koppel
