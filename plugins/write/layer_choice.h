// The parameter `layers` that several writers have.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "koppel/status.h"

namespace koppel::write {

// invalid_parameter if a name is a slip for that of a standard layer. Other names may be layers of
// plugins.
Status CheckLayerNames(const std::vector<std::string>& names);

}  // namespace koppel::write
