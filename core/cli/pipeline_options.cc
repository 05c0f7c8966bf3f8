#include "pipeline_options.h"

#include <fmt/format.h>

namespace koppel {

CLI::Option* AddInputOption(CLI::App& command, std::vector<std::string>& inputs) {
  return command
      .add_option("-i,--input", inputs,
                  "File, folder (hidden files and links to folders are left out) or quoted glob to "
                  "read instead of the pipeline's own paths; repeatable, one each")
      ->take_all()
      ->expected(1);
}

CLI::Option* AddSetOption(CLI::App& command, std::vector<std::string>& overrides) {
  return command
      .add_option("--set", overrides,
                  "Override one parameter: STEP.PARAM=VALUE; repeatable, one each")
      ->take_all()
      ->expected(1);
}

LoadedPipeline LoadWith(const std::string& file, const std::vector<std::string>& overrides,
                        const Registry& registry) {
  std::vector<Override> given;
  for (const std::string& text : overrides) given.push_back({text});
  return LoadPipeline(file, registry, given);
}

bool Told(const std::string& file, const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) fmt::print(stderr, "{}\n", Describe(file, problem));
  return !problems.empty();
}

}  // namespace koppel
