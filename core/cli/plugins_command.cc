#include "plugins_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "command.h"
#include "koppel/io.h"
#include "koppel/registry/describe.h"
#include "koppel/registry/doctor.h"
#include "koppel/registry/sidecar.h"

namespace koppel {
namespace {

struct Flags {
  std::string id;
  std::string format = "text";
  std::string output;
  bool all = false;
  bool json = false;
};

void PrintProblems(const Registry& registry) {
  for (const Status& problem : registry.problems()) fmt::print(stderr, "{}\n", problem.ToString());
}

void PrintSearchedFolders() {
  fmt::print(stderr, "no plugins found; searched:\n");
  for (const auto& folder : DefaultPluginFolders()) fmt::print(stderr, "  {}\n", folder.string());
}

// --- list
// ---------------------------------------------------------------------------------------------

int List(const Flags& flags, const Registry& registry) {
  if (flags.json) {
    fmt::print("{}", ToJson(registry));
    return kExitOk;
  }
  if (registry.plugins().empty()) PrintSearchedFolders();
  std::size_t width = 0;
  for (const ComponentInfo* component : registry.components())
    width = std::max(width, component->id.size());
  for (const auto& plugin : registry.plugins()) {
    fmt::print("{} {} ({})\n", plugin->name, plugin->version, plugin->licence);
    for (const ComponentInfo& component : plugin->components) {
      fmt::print("  {:<{}}  {:<9}  {}\n", component.id, width, Name(component.role),
                 component.help);
    }
  }
  PrintProblems(registry);
  return kExitOk;
}

// --- describe
// -----------------------------------------------------------------------------------------

// Of a component or a plugin, in the format that was asked for.
template <class T>
std::string DescribeAs(const std::string& format, const T& subject) {
  if (format == "json") return ToJson(subject);
  if (format == "json-schema") return ParamsSchema(subject);
  return format == "markdown" ? DescribeMarkdown(subject) : DescribeText(subject);
}

// One file for each component, named after it.
Status WritePages(const Flags& flags, const Registry& registry) {
  const std::string_view suffix = flags.format == "markdown" ? ".md"
                                  : flags.format == "text"   ? ".txt"
                                                             : ".json";
  for (const ComponentInfo* component : registry.components()) {
    const auto path = std::filesystem::path(flags.output) / (component->id + std::string(suffix));
    KOPPEL_RETURN_IF_ERROR(WriteFile(path, DescribeAs(flags.format, *component)));
  }
  return Ok();
}

Status PrintOne(const Flags& flags, const Registry& registry) {
  if (const ComponentInfo* component = registry.Find(flags.id)) {
    fmt::print("{}", DescribeAs(flags.format, *component));
    return Ok();
  }
  const auto& plugins = registry.plugins();
  const auto plugin = std::find_if(plugins.begin(), plugins.end(),
                                   [&](const auto& info) { return info->name == flags.id; });
  if (plugin == plugins.end()) return Unknown(registry, flags.id);
  fmt::print("{}", DescribeAs(flags.format, **plugin));
  return Ok();
}

Status PrintAll(const Flags& flags, const Registry& registry) {
  // Documents of JSON can't simply follow each other.
  if (flags.format.starts_with("json")) {
    return InvalidParameter(
        "--all in JSON needs --output FOLDER; `koppel plugins list --json` has all in one");
  }
  std::string_view separator;
  for (const ComponentInfo* component : registry.components()) {
    fmt::print("{}{}", separator, DescribeAs(flags.format, *component));
    separator = "\n";
  }
  return Ok();
}

Status DescribeChosen(const Flags& flags, const Registry& registry) {
  if (flags.all && !flags.id.empty())
    return InvalidParameter("--all describes every component; leave out --all or " + flags.id);
  if (!flags.all && flags.id.empty())
    return InvalidParameter("give the id of a component or plugin, or --all");
  if (!flags.output.empty() && !flags.all) return InvalidParameter("--output needs --all");
  if (!flags.all) return PrintOne(flags, registry);
  return flags.output.empty() ? PrintAll(flags, registry) : WritePages(flags, registry);
}

int Describe(const Flags& flags, const Registry& registry) {
  PrintProblems(registry);
  const Status status = DescribeChosen(flags, registry);
  if (status.ok()) return kExitOk;
  fmt::print(stderr, "{}\n", status.ToString());
  return StatusOf(status);
}

// --- doctor
// -------------------------------------------------------------------------------------------

int Doctor(const Flags& flags, const Registry& registry) {
  const std::vector<Checkup> checkups = CheckPlugins(registry);
  const bool sound = registry.problems().empty() && !checkups.empty() &&
                     std::all_of(checkups.begin(), checkups.end(),
                                 [](const Checkup& c) { return c.fault.empty(); });
  const ExitStatus status = sound ? kExitOk : kExitFailed;
  if (flags.json) {
    fmt::print("{}", ToJson(checkups, registry));
    return status;
  }
  if (checkups.empty()) PrintSearchedFolders();
  for (const auto& [plugin, fault] : checkups) {
    fmt::print("{:<7} {} {} {}\n", fault.empty() ? "sound" : "FAULTY", plugin->name,
               plugin->version, plugin->library.string());
    if (!fault.empty()) fmt::print("        {}\n", fault);
  }
  PrintProblems(registry);
  return status;
}

CLI::App* AddSubcommand(Program& program, CLI::App& parent, const std::string& name,
                        const std::string& help, const std::shared_ptr<Flags>& flags,
                        int (*run)(const Flags&, const Registry&)) {
  CLI::App* command = parent.add_subcommand(name, help);
  command->callback([&program, flags, run] { program.status = run(*flags, program.registry()); });
  return command;
}

void AddDescribe(Program& program, CLI::App& plugins, const std::shared_ptr<Flags>& flags) {
  CLI::App* describe =
      AddSubcommand(program, plugins, "describe", "Say what a component or plugin does and takes",
                    flags, &Describe);
  describe->footer(
      "Examples:\n"
      "  koppel plugins describe text.dehyphenate\n"
      "  koppel plugins describe text --format=json-schema\n"
      "  koppel plugins describe --all --format=markdown --output docs/reference/components\n");
  describe->add_option("ID", flags->id, "Component (text.layout) or plugin (text)");
  describe->add_option("--format", flags->format, "Form of the answer")
      ->check(CLI::IsMember({"text", "markdown", "json", "json-schema"}))
      ->capture_default_str();
  describe->add_flag_callback(
      "--json", [flags] { flags->format = "json"; }, "The same as --format=json");
  describe->add_flag("--all", flags->all, "Describe every component");
  describe->add_option("--output", flags->output, "With --all: folder for one file per component");
}

}  // namespace

void AddPluginsCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* plugins = program.app.add_subcommand("plugins", "List, describe and check plugins");
  plugins->require_subcommand(1);
  plugins->footer(
      "Plugins are found in the folders of $KOPPEL_PLUGIN_PATH (separated by ':') and in "
      "lib/koppel beside the\n"
      "program's folder.\n\nExample:\n  koppel plugins list\n");

  CLI::App* list =
      AddSubcommand(program, *plugins, "list", "List plugins and their components", flags, &List);
  list->footer("Example:\n  koppel plugins list --json\n");
  list->add_flag("--json", flags->json, "Everything that the sidecars say, as JSON");

  AddDescribe(program, *plugins, flags);

  CLI::App* doctor = AddSubcommand(program, *plugins, "doctor",
                                   "Load every plugin in a process of its own", flags, &Doctor);
  doctor->footer(
      "Example:\n  koppel plugins doctor\n\nThe exit status is 0 only if all plugins are sound.\n");
  doctor->add_flag("--json", flags->json, "The findings as JSON");
}

}  // namespace koppel
