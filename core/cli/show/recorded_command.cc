#include "recorded_command.h"

#include <fmt/format.h>

#include "koppel/io.h"
#include "koppel/json/json_reader.h"

namespace koppel {

Result<RecordedCommand> RecordedCommandOf(const std::filesystem::path& run) {
  const Result<std::string> text = ReadFile(run / "run.json");
  if (!text.ok()) return BadInput(fmt::format("no run is recorded in {}", run.string()));
  const rapidjson::Document json = ParseJson(*text);
  const auto missing = [&run] {
    return BadInput(
        fmt::format("{} does not say how the run was started", (run / "run.json").string()));
  };
  if (!json.IsObject() || !json.HasMember("invocation") || !json["invocation"].IsObject())
    return missing();
  const auto& invocation = json["invocation"];
  if (!invocation.HasMember("folder") || !invocation["folder"].IsString() ||
      !invocation.HasMember("arguments") || !invocation["arguments"].IsArray())
    return missing();
  RecordedCommand command{invocation["folder"].GetString(), {}};
  for (const auto& word : invocation["arguments"].GetArray()) {
    if (!word.IsString()) return missing();
    command.arguments.emplace_back(word.GetString(), word.GetStringLength());
  }
  if (command.arguments.size() < 3 || command.arguments[1] != "run") return missing();
  return command;
}

}  // namespace koppel
