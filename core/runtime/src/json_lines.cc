#include "json_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string_view>

#include "koppel/io.h"
#include "koppel/json/json_reader.h"

namespace koppel {

Status ReadJsonLines(const std::filesystem::path& file,
                     const std::function<bool(const rapidjson::Value& object)>& read) {
  const Result<std::string> text = ReadFile(file, std::numeric_limits<std::uint64_t>::max());
  if (!text.ok()) return IoError(text.status().message());
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    const rapidjson::Document json = ParseJson(std::string_view(*text).substr(begin, end - begin));
    ++number;
    if (!json.IsObject() || !read(json))
      return BadInput(fmt::format("{}: line {} is damaged", file.string(), number));
    begin = end + 1;
  }
  return Ok();
}

}  // namespace koppel
