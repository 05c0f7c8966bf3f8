// The members of an object that is given as JSON.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace koppel::internal {

// Key and value, as CompactJson writes it, of each member, in order. Precondition: `json` is an
// object.
std::vector<std::pair<std::string, std::string>> MembersOf(std::string_view json);

}  // namespace koppel::internal
