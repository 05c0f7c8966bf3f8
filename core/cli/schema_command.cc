#include "schema_command.h"

#include <fmt/format.h>

#include <memory>

#include "command.h"
#include "koppel/pipeline/json_schema.h"

namespace koppel {
namespace {

constexpr char kExample[] =
    "Examples:\n"
    "  koppel schema > koppel.schema.json\n"
    "  koppel schema --layers > document.schema.json\n\n"
    "An editor with the YAML language server completes and checks a pipeline file that begins "
    "with\n"
    "  # yaml-language-server: $schema=koppel.schema.json\n";

}  // namespace

void AddSchemaCommand(Program& program) {
  auto layers = std::make_shared<bool>(false);
  CLI::App* command =
      program.app.add_subcommand("schema", "Print the JSON Schema of pipeline files");
  command->footer(kExample);
  command->add_flag("--layers", *layers,
                    "The schema of a line of documents.jsonl, with all layers, instead");
  command->callback([&program, layers] {
    const Registry& registry = program.registry();
    fmt::print("{}", *layers ? DocumentSchema(registry) : PipelineSchema(registry));
  });
}

}  // namespace koppel
