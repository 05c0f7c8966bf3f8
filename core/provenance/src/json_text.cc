#include "json_text.h"

#include <rapidjson/document.h>

#include "koppel/json/json_writer.h"

namespace koppel::internal {

std::vector<std::pair<std::string, std::string>> MembersOf(std::string_view json) {
  rapidjson::Document object;
  object.Parse<rapidjson::kParseFullPrecisionFlag>(json.data(), json.size());
  std::vector<std::pair<std::string, std::string>> members;
  for (const auto& [key, value] : object.GetObject())
    members.emplace_back(std::string(key.GetString(), key.GetStringLength()), JsonOf(value));
  return members;
}

}  // namespace koppel::internal
