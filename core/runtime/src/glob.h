#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace koppel {

bool HasWildcard(std::string_view path);

// The fixed folder that a pattern starts with: "corpus" of "corpus/**/*.txt".
std::filesystem::path GlobRoot(const std::string& pattern);

// Files that match, in no particular order. `*`, `?` and `[...]` stay inside one name; `**` crosses
// folders. Hidden files match only a pattern that names the dot.
std::vector<std::filesystem::path> Glob(const std::string& pattern);

// All files below a folder, hidden ones left out. Links to folders are not followed: they could
// form a circle.
std::vector<std::filesystem::path> FilesBelow(const std::filesystem::path& folder);

}  // namespace koppel
