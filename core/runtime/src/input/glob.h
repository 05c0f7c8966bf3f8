#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace koppel {

// What a folder or pattern names, and what stands below it that nobody looked into.
struct FoundFiles {
  std::vector<std::filesystem::path> files;  // in no particular order
  std::vector<std::string> unreadable;       // folders, each with the reason: "a/b: denied"
  std::vector<std::filesystem::path> links;  // to folders: following them could go in circles
};

bool HasWildcard(std::string_view path);

// The fixed folder that a pattern starts with: "corpus" of "corpus/**/*.txt".
std::filesystem::path GlobRoot(const std::string& pattern);

// Files that match. `*`, `?` and `[...]` stay inside one name; `**` crosses folders. Hidden files
// match only a pattern that names the dot. Only folders in which something can match are looked
// into.
FoundFiles Glob(const std::string& pattern);

// All files below a folder, hidden ones and those in hidden folders left out.
FoundFiles FilesBelow(const std::filesystem::path& folder);

}  // namespace koppel
