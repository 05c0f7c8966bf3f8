#include "replay.h"

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
  Result<RecordedCommand> recorded = RecordedCommandOf(run);
  if (!recorded.ok()) return recorded;
  RecordedCommand command{recorded->folder, WithoutOwn(recorded->arguments)};
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
