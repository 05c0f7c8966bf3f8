#include "replay.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/io.h"
#include "koppel/json/json_reader.h"

namespace koppel {
namespace {

// Takes away what the replay says itself: where the output goes, and that all is done again.
std::vector<std::string> WithoutOwn(const std::vector<std::string>& arguments) {
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "--fresh" || word == "--retry" || word.starts_with("--out=")) continue;
    if (word == "--out" || word == "-o") {
      ++i;
      continue;
    }
    if (word.starts_with("-o") && !word.starts_with("--")) continue;
    kept.push_back(word);
  }
  return kept;
}

}  // namespace

Result<RecordedCommand> ReplayOf(const std::filesystem::path& run,
                                 const std::vector<std::string>& overrides) {
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
  std::vector<std::string> arguments;
  for (const auto& word : invocation["arguments"].GetArray()) {
    if (!word.IsString()) return missing();
    arguments.emplace_back(word.GetString(), word.GetStringLength());
  }
  if (arguments.size() < 3 || arguments[1] != "run") return missing();
  RecordedCommand command{invocation["folder"].GetString(), WithoutOwn(arguments)};
  std::error_code error;
  command.arguments.push_back("--retry");
  command.arguments.push_back("--out");
  command.arguments.push_back(std::filesystem::absolute(run, error).string());
  for (const std::string& override : overrides) {
    command.arguments.push_back("--set");
    command.arguments.push_back(override);
  }
  return command;
}

}  // namespace koppel
