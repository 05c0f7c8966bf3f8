// Files of the run with a JSON object in each line.
#pragma once

#include <rapidjson/document.h>

#include <filesystem>
#include <functional>

#include "koppel/status.h"

namespace koppel {

// Calls read(object) for each line, in order; it gives false where the object is not what it should
// be. io if there is no such file; bad_input, with the line, if one is damaged.
Status ReadJsonLines(const std::filesystem::path& file,
                     const std::function<bool(const rapidjson::Value& object)>& read);

}  // namespace koppel
