#include "limits_reader.h"

#include "fields.h"
#include "yaml_value.h"

namespace koppel::internal {

Limits ReadLimits(const YamlNode& node, const Limits& otherwise, Problems& problems) {
  Limits limits = otherwise;
  const Fields fields(node, "'limits'", {"seconds", "megabytes"}, problems);
  if (const YamlNode* seconds = fields.Find("seconds")) {
    const ParamInfo info{"seconds", "", 1.0, 0.0};
    const auto value = ReadParam("'limits'", info, *seconds, problems);
    if (value) limits.seconds = std::get<double>(*value);
  }
  if (const YamlNode* megabytes = fields.Find("megabytes")) {
    const ParamInfo info{"megabytes", "", std::int64_t{1}, 0.0};
    const auto value = ReadParam("'limits'", info, *megabytes, problems);
    if (value) limits.megabytes = std::get<std::int64_t>(*value);
  }
  return limits;
}

}  // namespace koppel::internal
