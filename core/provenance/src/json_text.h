// Small pieces of canonical JSON: no blanks, numbers in their shortest form.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "koppel/status.h"

namespace koppel::internal {

std::string JsonOf(std::string_view text);
std::string JsonOf(double number);
std::string JsonOf(const std::vector<std::string>& texts);

// Key and canonical value of each member, in order. Precondition: `json` is an object.
std::vector<std::pair<std::string, std::string>> MembersOf(std::string_view json);

}  // namespace koppel::internal
