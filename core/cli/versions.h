#pragma once

#include <string>
#include <utility>
#include <vector>

namespace koppel {

// Name and version of this program and of every library that can change its results; libraries by
// their version at run time where they tell it.
std::vector<std::pair<std::string, std::string>> LibraryVersions();

}  // namespace koppel
