// Names that the sidecar's writer and reader share.
#pragma once

#include <string_view>

#include "koppel/params.h"

namespace koppel {

// Raised when older programs could misread a sidecar.
inline constexpr std::int64_t kSidecarFormat = 1;

// In the order of ParamType.
inline constexpr std::string_view kParamTypeNames[] = {"bool", "int", "float", "string", "strings"};
// In the order of NameKind.
inline constexpr std::string_view kNameKindNames[] = {"any", "layers", "columns", "metadata"};

}  // namespace koppel
