#include "check_command.h"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <memory>

#include "command.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/preflight.h"

namespace koppel {
namespace {

struct Flags {
  std::vector<std::string> files;
  std::vector<std::string> overrides;
  bool json = false;
};

constexpr char kExample[] =
    "Examples:\n"
    "  koppel check pipelines/welzijn.yaml\n"
    "  koppel check --json pipelines/*.yaml\n\n"
    "Exit status: 0 if every file is good, 2 if one is not.\n";

struct Checked {
  const std::string& file;
  LoadedPipeline loaded;
  bool good() const { return loaded.problems.empty(); }
};

void Print(const Checked& checked) {
  for (const Problem& problem : checked.loaded.problems) {
    fmt::print(stderr, "{}\n", Describe(checked.file, problem));
  }
  if (!checked.good()) return;
  const Pipeline& pipeline = checked.loaded.pipeline;
  const auto count = [](std::size_t number, std::string_view what, std::string_view plural) {
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : plural);
  };
  fmt::print(
      "{}: ok ({}, {}, {}, {})\n", checked.file, count(pipeline.readers.size(), "reader", "s"),
      count(pipeline.steps.size(), "step", "s"), count(pipeline.writers.size(), "writer", "s"),
      count(pipeline.Observers().size() + 1, "pass", "es"));
}

class Json {
 public:
  Json() { writer_.SetIndent(' ', 2); }

  std::string Write(const std::vector<Checked>& all) {
    writer_.StartArray();
    for (const Checked& checked : all) Write(checked);
    writer_.EndArray();
    return {buffer_.GetString(), buffer_.GetSize()};
  }

 private:
  void Write(const Checked& checked) {
    const Pipeline& pipeline = checked.loaded.pipeline;
    writer_.StartObject();
    Field("file", checked.file);
    writer_.Key("ok");
    writer_.Bool(checked.good());
    if (checked.good()) {
      Field("name", pipeline.name);
      Field("readers", pipeline.readers.size());
      Field("steps", pipeline.steps.size());
      Field("writers", pipeline.writers.size());
      Field("passes", pipeline.Observers().size() + 1);
    }
    writer_.Key("problems");
    writer_.StartArray();
    for (const Problem& problem : checked.loaded.problems) Write(problem);
    writer_.EndArray();
    writer_.EndObject();
  }

  void Write(const Problem& problem) {
    writer_.StartObject();
    if (problem.location.line > 0) {
      Field("line", static_cast<std::size_t>(problem.location.line));
      Field("column", static_cast<std::size_t>(problem.location.column));
    }
    Field("kind", std::string(Name(problem.status.kind())));
    Field("message", problem.status.message());
    writer_.EndObject();
  }

  void Field(const char* name, const std::string& value) {
    writer_.Key(name);
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void Field(const char* name, std::size_t value) {
    writer_.Key(name);
    writer_.Uint64(value);
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_{buffer_};
};

int Check(const Flags& flags, const Registry& registry) {
  std::vector<Override> overrides;
  for (const std::string& text : flags.overrides) overrides.push_back({text});
  std::vector<Checked> all;
  bool good = true;
  for (const std::string& file : flags.files) {
    LoadedPipeline loaded = LoadPipeline(file, registry, overrides);
    if (loaded.problems.empty()) loaded.problems = Preflight(loaded.pipeline, registry);
    all.push_back({file, std::move(loaded)});
    good = good && all.back().good();
    if (!flags.json) Print(all.back());
  }
  if (flags.json) fmt::print("{}\n", Json().Write(all));
  return good ? kExitOk : kExitRefused;
}

}  // namespace

void AddCheckCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand("check", "Say what is wrong with pipeline files");
  command->footer(kExample);
  command->add_option("PIPELINE", flags->files, "Pipeline files (YAML)")->required();
  command
      ->add_option("--set", flags->overrides,
                   "Override one parameter: STEP.PARAM=VALUE; repeatable")
      ->take_all()
      ->expected(1);
  command->add_flag("--json", flags->json, "Print the findings as JSON on standard output");
  command->callback([&program, flags] { program.status = Check(*flags, program.registry()); });
}

}  // namespace koppel
