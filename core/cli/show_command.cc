#include "show_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <memory>

#include "command.h"
#include "document_file.h"
#include "koppel/dump.h"
#include "terminal_view.h"

namespace koppel {
namespace {

struct Flags {
  std::string file;
  std::string id;
  std::string layer;
  std::string color = "auto";
  bool dump = false;
};

constexpr char kExample[] =
    "Examples:\n"
    "  koppel show out\n"
    "  koppel show out interview\n"
    "  koppel show out/documents.jsonl interview\n"
    "  koppel show out/documents.koppel interview --layer turn\n"
    "  koppel show out/documents.jsonl interview --color always | less -R\n";

bool UseColor(const Flags& flags) {
  return flags.color == "always" || (flags.color == "auto" && ::isatty(STDOUT_FILENO) != 0);
}

Status ShowOne(const Flags& flags, DocumentFile& file) {
  Document document;
  KOPPEL_RETURN_IF_ERROR(file.Find(flags.id, document));
  if (!flags.layer.empty()) {
    Result<std::string> listing = LayerListing(document, flags.layer);
    if (!listing.ok()) return std::move(listing).status();
    fmt::print("{}", *listing);
    if (listing->empty())
      fmt::print(stderr, "the layer '{}' of {} has no rows\n", flags.layer, flags.id);
  } else if (flags.dump) {
    fmt::print("{}{}", DumpLayers(document), DumpEdits(document));
  } else {
    fmt::print("{}", TerminalView(document, UseColor(flags)));
  }
  return Ok();
}

Status Show(const Flags& flags) {
  Result<std::unique_ptr<DocumentFile>> file = DocumentFile::Open(flags.file);
  if (!file.ok()) return std::move(file).status();
  Status status = flags.id.empty() ? (*file)->ForEach([](const Document& document) {
    fmt::print("{}", SummaryLine(document));
  })
                                   : ShowOne(flags, **file);
  return std::move(status).WithContext(flags.file);
}

}  // namespace

void AddShowCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand(
      "show", "Show a document with its layers, or list the documents of a file");
  command->footer(kExample);
  command
      ->add_option("FILE", flags->file,
                   "The folder of a run, or output of write.jsonl (.jsonl, .jsonl.gz, .jsonl.zst) "
                   "or write.koppel")
      ->required();
  CLI::Option* id =
      command->add_option("ID", flags->id, "Document; without it the documents are listed");
  CLI::Option* layer =
      command->add_option("--layer", flags->layer, "List the annotations of this layer")->needs(id);
  command
      ->add_flag("--dump", flags->dump, "One line for each annotation and edit, as in golden files")
      ->needs(id)
      ->excludes(layer);
  command->add_option("--color", flags->color, "auto: on a terminal")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  command->callback([&program, flags] {
    const Status status = Show(*flags);
    if (status.ok()) return;
    fmt::print(stderr, "koppel show: {}\n", status.ToString());
    program.status = StatusOf(status);
  });
}

}  // namespace koppel
