// The data files that a component finds beside its library.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "koppel/status.h"

namespace koppel {

// The files of a folder with that extension (".txt"), in the same order on every file system. io if
// the folder can't be read. Adding a language is then adding a file.
Result<std::vector<std::filesystem::path>> FilesIn(const std::filesystem::path& folder,
                                                   std::string_view extension);

}  // namespace koppel
