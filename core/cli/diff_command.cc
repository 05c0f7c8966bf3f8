#include "diff_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <memory>

#include "command.h"
#include "diff_json.h"
#include "koppel/diff/baseline.h"
#include "koppel/diff/html_page.h"
#include "koppel/diff/run_diff.h"
#include "printable.h"
#include "run_documents.h"
#include "terminal_page.h"

namespace koppel {
namespace {

struct Flags {
  std::string a, b, baseline, html;
  std::string color = "auto";
  DiffOptions options;
  bool accept = false;
  bool json = false;
};

constexpr char kHelp[] =
    "A and B are folders of runs. Told are the first document that differs, the step after which "
    "it\n"
    "does, and the likely cause; then how many documents, edits and annotations differ, with "
    "examples.\n"
    "Instead of B, or of A and B, a baseline can be given: what --accept keeps of a run.\n\n"
    "Examples:\n"
    "  koppel diff out again\n"
    "  koppel diff out again --document interview --examples 10\n"
    "  koppel diff out again --html difference.html\n"
    "  koppel diff out --baseline tests/baseline --accept\n"
    "  koppel run my.yaml --out out && koppel diff out --baseline tests/baseline\n\n"
    "Exit status:\n"
    "  0    the documents are equal, or the baseline was accepted\n"
    "  1    a file can't be read or written\n"
    "  2    wrong usage, no run or baseline, no such document, or damaged files\n"
    "  4    there are differences\n";

bool UseColor(const Flags& flags) {
  return flags.color == "always" || (flags.color == "auto" && ::isatty(STDOUT_FILENO) != 0);
}

Status CheckUsage(const Flags& flags) {
  if (flags.b.empty() == flags.baseline.empty())
    return InvalidParameter("give two runs, or one and --baseline FOLDER");
  if (flags.accept && flags.baseline.empty())
    return InvalidParameter("--accept needs --baseline FOLDER");
  if (flags.accept && !flags.options.document.empty())
    return InvalidParameter("--accept takes the whole run; leave out --document");
  return Ok();
}

Status Tell(const Flags& flags, const RunDiff& diff) {
  fmt::print("{}", flags.json ? DiffJson(diff) : TerminalPage(diff, UseColor(flags)));
  if (flags.html.empty()) return Ok();
  KOPPEL_RETURN_IF_ERROR(WriteHtmlPage(diff, flags.html));
  if (!flags.json) fmt::print("\nlook at {}\n", Printable(flags.html));
  return Ok();
}

// A baseline that says the same stays as it is, so that a repository shows no change.
Status Accept(const Flags& flags, const Side& run, bool equal) {
  if (equal) {
    if (!flags.json) fmt::print("{}: unchanged\n", Printable(flags.baseline));
    return Ok();
  }
  Result<BaselineSize> size = WriteBaseline(run, flags.baseline);
  if (!size.ok()) return std::move(size).status();
  if (flags.json) return Ok();
  fmt::print("\n{}: accepted {} {}", Printable(flags.baseline), size->documents,
             size->documents == 1 ? "document" : "documents");
  if (size->by_digest_alone > 0) fmt::print(", {} of them by digest alone", size->by_digest_alone);
  fmt::print("\n");
  return Ok();
}

// The baseline comes first: what is new is told as what B has.
Result<bool> DiffWithBaseline(const Flags& flags) {
  Result<Side> run = OpenRunFolder(flags.a);
  if (!run.ok()) return std::move(run).status();
  if (flags.accept && !IsBaseline(flags.baseline)) {
    KOPPEL_RETURN_IF_ERROR(Accept(flags, *run, false));
    return true;
  }
  Result<Side> baseline = OpenBaseline(flags.baseline);
  if (!baseline.ok()) return std::move(baseline).status();
  Result<RunDiff> diff = DiffRuns(*baseline, *run, flags.options);
  if (!diff.ok()) return std::move(diff).status();
  KOPPEL_RETURN_IF_ERROR(Tell(flags, *diff));
  if (!flags.accept) return !diff->different();
  KOPPEL_RETURN_IF_ERROR(Accept(flags, *run, !diff->different()));
  return true;
}

Result<bool> DiffTwoRuns(const Flags& flags) {
  Result<Side> a = OpenRunFolder(flags.a), b = OpenRunFolder(flags.b);
  if (!a.ok()) return std::move(a).status();
  if (!b.ok()) return std::move(b).status();
  Result<RunDiff> diff = DiffRuns(*a, *b, flags.options);
  if (!diff.ok()) return std::move(diff).status();
  KOPPEL_RETURN_IF_ERROR(Tell(flags, *diff));
  return !diff->different();
}

int Diff(const Flags& flags) {
  Status usage = CheckUsage(flags);
  Result<bool> equal = !usage.ok()              ? Result<bool>(std::move(usage))
                       : flags.baseline.empty() ? DiffTwoRuns(flags)
                                                : DiffWithBaseline(flags);
  if (equal.ok()) return *equal ? kExitOk : kExitDrift;
  fmt::print(stderr, "koppel diff: {}\n", Printable(equal.status().ToString()));
  return StatusOf(equal.status());
}

}  // namespace

void AddDiffCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand(
      "diff", "Show what is different between two runs, or a run and a baseline, and why");
  command->footer(kHelp);
  command->add_option("A", flags->a, "Folder of a run")->required();
  command->add_option("B", flags->b, "Folder of another run");
  command->add_option("--document", flags->options.document,
                      "Compare the document of this id alone");
  command
      ->add_option("--examples", flags->options.examples,
                   "Most examples of each step, rule and layer")
      ->capture_default_str();
  command->add_option("--html", flags->html, "Write a self-contained page to this file as well");
  command->add_flag("--json", flags->json, "Print JSON");
  command->add_option("--color", flags->color, "When to use colour")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  command->add_option("--baseline", flags->baseline, "Compare with the baseline in this folder");
  command->add_flag("--accept", flags->accept,
                    "Make the run the new baseline, and say what that changes");
  command->callback([&program, flags] { program.status = Diff(*flags); });
}

}  // namespace koppel
