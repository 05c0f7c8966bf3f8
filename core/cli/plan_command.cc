#include "plan_command.h"

#include <fmt/format.h>

#include <memory>

#include "command.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/pipeline/plan.h"
#include "pipeline_options.h"

namespace koppel {
namespace {

struct Flags {
  std::string file;
  std::string format = "text";
  std::vector<std::string> overrides;
};

constexpr char kExample[] =
    "Examples:\n"
    "  koppel plan pipelines/welzijn.yaml\n"
    "  koppel plan pipelines/welzijn.yaml --format dot | dot -Tsvg > plan.svg\n"
    "  koppel plan my.yaml --set text.dehyphenate.language=de\n";

int Plan(const Flags& flags, const Registry& registry) {
  const LoadedPipeline loaded = LoadWith(flags.file, flags.overrides, registry);
  if (Told(flags.file, loaded.problems)) return kExitRefused;
  const auto draw = flags.format == "dot"       ? DrawDot
                    : flags.format == "mermaid" ? DrawMermaid
                                                : DrawText;
  fmt::print("{}", draw(loaded.pipeline));
  return kExitOk;
}

}  // namespace

void AddPlanCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command =
      program.app.add_subcommand("plan", "Draw a pipeline: steps, layers between them, passes");
  command->footer(kExample);
  command->add_option("PIPELINE", flags->file, "Pipeline file (YAML)")->required();
  command->add_option("-f,--format", flags->format, "text, dot or mermaid")
      ->check(CLI::IsMember({"text", "dot", "mermaid"}))
      ->capture_default_str();
  AddSetOption(*command, flags->overrides);
  command->callback([&program, flags] { program.status = Plan(*flags, program.registry()); });
}

}  // namespace koppel
