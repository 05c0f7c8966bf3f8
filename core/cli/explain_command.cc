#include "explain_command.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>

#include "command.h"
#include "deeds.h"
#include "explanation.h"
#include "koppel/runtime/stored_run.h"
#include "place.h"
#include "place_history.h"
#include "printable.h"
#include "recorded_command.h"
#include "source_bytes.h"

namespace koppel {
namespace {

struct Flags {
  std::string run, place;
  bool source = false;
  bool json = false;
  std::size_t limit = 20;
};

constexpr char kHelp[] =
    "Examples:\n"
    "  koppel explain out interview\n"
    "  koppel explain out two_columns:583\n"
    "  koppel explain out two_columns:AI-systeem --json\n"
    "  koppel explain out two_columns:580..600 --source\n\n"
    "Offsets count bytes of UTF-8 of the final text, or with --source of the source's\n"
    "content; one number means the word there. Words that a step changed or took out are\n"
    "found as well.\n\n"
    "Exit status:\n"
    "  0    explained\n"
    "  1    a file can't be read\n"
    "  2    wrong usage, no such document or place, or a folder that holds no run\n";

Status ExplainPlace(const Flags& flags, const PlaceQuery& query, const Explained& explained) {
  const Result<Place> place = FindPlace(query, flags.source, explained.document);
  if (!place.ok()) return {place.status().kind(), place.status().message()};
  const Result<PlaceHistory> history =
      HistoryOf(place->span, explained.history, explained.document);
  if (!history.ok()) return {history.status().kind(), history.status().message()};
  const auto started = RecordedCommandOf(flags.run);
  const SourceBytes source = BytesOf(explained.document, history->source, place->span,
                                     started.ok() ? started->folder : std::string());
  fmt::print("{}", flags.json ? PlaceJson(explained, *history, source, place->note)
                              : PlaceText(explained, *history, source, place->note, flags.limit));
  return Ok();
}

Status Explain(const Flags& flags) {
  const Result<std::unique_ptr<StoredRun>> run = StoredRun::Open(flags.run);
  if (!run.ok()) return {run.status().kind(), run.status().message()};
  if (!(*run)->complete())
    fmt::print(stderr, "{}: the run goes on or was stopped; this is what it has done so far\n",
               Printable(flags.run));
  const Result<PlaceQuery> query = ParsePlace(flags.place, **run);
  if (!query.ok()) return {query.status().kind(), query.status().message()};
  const Result<const StoredDocument*> stored = (*run)->Find(query->document);
  if (!stored.ok()) return {stored.status().kind(), stored.status().message()};
  const Result<DocumentHistory> history = (*run)->History(**stored);
  if (!history.ok()) return {history.status().kind(), history.status().message()};
  Document document;
  if (history->states() > 0)
    KOPPEL_RETURN_IF_ERROR(history->Restore(history->states() - 1, document));
  const Explained explained{**run, **stored, *history, document};
  if (!query->whole()) return ExplainPlace(flags, *query, explained);
  const auto deeds = DeedsOf(*history);
  if (!deeds.ok()) return {deeds.status().kind(), deeds.status().message()};
  fmt::print("{}", flags.json ? DeedsJson(explained, *deeds) : DeedsText(explained, *deeds));
  return Ok();
}

}  // namespace

void AddExplainCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand(
      "explain", "Say what each step did to a document, or to a place in it and why");
  command->footer(kHelp);
  command->add_option("RUN", flags->run, "The folder of a run")->required();
  command
      ->add_option("DOC[:PLACE]", flags->place,
                   "Document, and an offset, a range of offsets or words of its text")
      ->required();
  command->add_flag("--source", flags->source, "Offsets count in the source");
  command
      ->add_option("--limit", flags->limit,
                   "Most edits and most annotations of a place that are told; 0: all")
      ->capture_default_str();
  command->add_flag("--json", flags->json, "Everything, as one JSON object");
  command->callback([&program, flags] {
    const Status status = Explain(*flags);
    if (status.ok()) return;
    fmt::print(stderr, "koppel explain: {}\n", Printable(status.ToString()));
    program.status = StatusOf(status);
  });
}

}  // namespace koppel
