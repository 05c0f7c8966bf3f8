#include "repairs_command.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "command.h"
#include "decisions.h"
#include "document_file.h"
#include "koppel/io.h"
#include "koppel/layers.h"
#include "koppel/params.h"
#include "koppel/undo.h"
#include "listing.h"
#include "printable.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

struct Flags {
  std::string file;
  std::vector<std::string> rules, without;
  std::string kind, document, out;
  double below = 2;  // above every confidence
  std::size_t limit = 10;
  bool unresolved = false;
  bool json = false;
};

constexpr char kHelp[] =
    "Examples:\n"
    "  koppel repairs out\n"
    "  koppel repairs out --below 0.9 --document two_columns\n"
    "  koppel repairs out --rule corpus_joined --limit 0 --json > decisions.jsonl\n"
    "  koppel repairs out --without corpus_joined --out without_joins\n\n"
    "Exit status:\n"
    "  0    listed, or written\n"
    "  1    a file can't be read or written\n"
    "  2    wrong usage, no such rule or document, no ledger, or a damaged file; what stands\n"
    "       before the damage is listed or written\n";

using Names = std::set<std::string, std::less<>>;

Status NoSuchRule(std::string_view rule, const Names& rules) {
  if (rules.empty()) return BadInput(fmt::format("no rule '{}': the file holds no repairs", rule));
  const std::vector<std::string_view> names(rules.begin(), rules.end());
  const std::string_view near = NearestName(rule, names);
  return BadInput(near.empty()
                      ? fmt::format("no rule '{}'; there are {}", rule, fmt::join(rules, ", "))
                      : fmt::format("no rule '{}'; did you mean '{}'?", rule, near));
}

Status CheckRules(const std::vector<std::string>& asked, const Names& rules) {
  for (const std::string& rule : asked)
    if (rules.count(rule) == 0) return NoSuchRule(rule, rules);
  return Ok();
}

bool Contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool Wanted(const Flags& flags, const RepairDecision& decision) {
  return (flags.rules.empty() || Contains(flags.rules, decision.rule)) &&
         (flags.kind.empty() || decision.kind == flags.kind) &&
         (!flags.unresolved || !decision.resolved) && decision.confidence < flags.below;
}

// All documents, or the one that is asked for.
Status ForEach(const Flags& flags, DocumentFile& file,
               const std::function<void(const Document&)>& visit) {
  if (flags.document.empty()) return file.ForEach(visit);
  Document document;
  KOPPEL_RETURN_IF_ERROR(file.Find(flags.document, document));
  visit(document);
  return Ok();
}

Status List(const Flags& flags, DocumentFile& file) {
  RepairListing listing(flags.limit);
  Names rules, kinds;
  const Status read = ForEach(flags, file, [&](const Document& document) {
    for (RepairDecision& decision : DecisionsOf(document)) {
      rules.insert(decision.rule);
      kinds.insert(decision.kind);
      if (!Wanted(flags, decision)) continue;
      if (flags.json) {
        fmt::print("{}", JsonLine(decision));
      } else {
        listing.Add(std::move(decision));
      }
    }
  });
  fmt::print("{}", listing.Text(::isatty(STDOUT_FILENO) != 0));
  if (!read.ok()) return {read.kind(), read.message()};
  KOPPEL_RETURN_IF_ERROR(CheckRules(flags.rules, rules));
  if (!flags.kind.empty() && kinds.count(flags.kind) == 0)
    return BadInput(fmt::format("no kind '{}'; there are {}", flags.kind, fmt::join(kinds, ", ")));
  if (!flags.json && listing.empty()) fmt::print("no such decisions\n");
  return Ok();
}

// What a file holds.
struct Rules {
  Names edits, decisions;  // decisions: of artefacts, of which some left the text as it was
};

Status CheckTakenBack(const std::vector<std::string>& asked, const Rules& rules) {
  for (const std::string& rule : asked) {
    if (rules.edits.count(rule) > 0) continue;
    if (rules.decisions.count(rule) == 0) return NoSuchRule(rule, rules.edits);
    return BadInput(fmt::format(
        "rule '{}' has nothing to take back: wherever it decided, it left the text as it was",
        rule));
  }
  return Ok();
}

// Writes the texts without some rules, under the names that write.text gives.
class Rewriter {
 public:
  explicit Rewriter(const Flags& flags) : flags_(flags) {}

  Status Write(const Document& document) {
    const EditChoice chosen = [this](std::uint32_t, const RevisionEdit& edit) {
      return Contains(flags_.without, edit.rule);
    };
    const UndoResult undone = Undo(document, chosen);
    TellOverlapped(document, undone);
    std::string text = ReadableText(document, undone, chosen);
    if (!text.ends_with('\n')) text += '\n';
    std::string name = FileNameFor(document.id());
    for (int n = 2; !names_.insert(name).second; ++n)
      name = fmt::format("{}~{}", FileNameFor(document.id()), n);
    return WriteFile(fs::path(flags_.out) / "text" / (name + ".txt"), text);
  }

  void PrintSummary() const {
    fmt::print("{} {} in {}; {} {} taken back, with {} that rested on them; {} stand\n",
               names_.size(), names_.size() == 1 ? "text" : "texts",
               (fs::path(flags_.out) / "text").string(), taken_back_,
               taken_back_ == 1 ? "edit" : "edits", followed_, overlapped_);
  }

  void Count(const Document& document, Rules& rules) {
    for (std::uint32_t r = 0; r < document.revisions(); ++r) {
      for (const RevisionEdit& edit : document.RevisionEdits(r)) {
        if (rules.edits.count(edit.rule) == 0) rules.edits.emplace(edit.rule);
        taken_back_ += Contains(flags_.without, edit.rule);
      }
    }
    for (const auto artefact : document.layer<Artefact>()) {
      const std::string_view rule = artefact[Artefact::rule];
      if (rules.decisions.count(rule) == 0) rules.decisions.emplace(rule);
    }
  }

 private:
  static constexpr std::uint64_t kMostTold = 20;

  void TellOverlapped(const Document& document, const UndoResult& undone) {
    std::vector<RevisionEdit> edits;
    std::uint32_t loaded = document.revisions();
    followed_ += undone.followed.size();
    for (const EditRef ref : undone.overlapped) {
      if (std::binary_search(undone.followed.begin(), undone.followed.end(), ref)) {
        --followed_;
        continue;
      }
      --taken_back_;
      if (++overlapped_ > kMostTold) continue;
      if (ref.revision != loaded) edits = document.RevisionEdits(loaded = ref.revision);
      const RevisionEdit& edit = edits[ref.index];
      const std::string told = fmt::format(
          "{}: an edit of {} at bytes {}..{} of the text before {} stands: a later edit covers it",
          document.id(), edit.rule, edit.before.begin, edit.before.end,
          document.RevisionStep(ref.revision));
      fmt::print(stderr, "{}\n", Printable(told));
    }
  }

  const Flags& flags_;
  std::set<std::string> names_;
  std::uint64_t taken_back_ = 0, followed_ = 0, overlapped_ = 0;
};

// Rules first: a slip of the hand must not leave a folder of unchanged texts.
Status Rewrite(const Flags& flags, DocumentFile& file) {
  Rewriter rewriter(flags);
  Rules rules;
  Status counted =
      ForEach(flags, file, [&](const Document& document) { rewriter.Count(document, rules); });
  if (counted.ok() && rules.edits.empty()) {
    return BadInput(
        "no ledger of edits is there; give the folder of the run, or a file of write.koppel");
  }
  KOPPEL_RETURN_IF_ERROR(std::move(counted));
  KOPPEL_RETURN_IF_ERROR(CheckTakenBack(flags.without, rules));
  // A container is read once through.
  Result<std::unique_ptr<DocumentFile>> again = DocumentFile::Open(flags.file);
  if (!again.ok()) return std::move(again).status();
  Status written;
  KOPPEL_RETURN_IF_ERROR(ForEach(flags, **again, [&](const Document& document) {
    if (written.ok()) written = rewriter.Write(document);
  }));
  if (written.ok()) rewriter.PrintSummary();
  return written;
}

Status Repairs(const Flags& flags) {
  if (flags.without.empty() != flags.out.empty())
    return InvalidParameter("--without RULE and --out FOLDER go together");
  Result<std::unique_ptr<DocumentFile>> file = DocumentFile::Open(flags.file);
  if (!file.ok()) return std::move(file).status();
  Status status = flags.without.empty() ? List(flags, **file) : Rewrite(flags, **file);
  return std::move(status).WithContext(flags.file);
}

}  // namespace

void AddRepairsCommand(Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = program.app.add_subcommand(
      "repairs", "List what repair steps decided, by rule, or write the text without a rule");
  command->footer(kHelp);
  command
      ->add_option("FILE", flags->file,
                   "The folder of a run, or output of write.koppel or write.jsonl")
      ->required();
  command->add_option("--rule", flags->rules, "Only decisions of this rule; repeatable")
      ->expected(1)
      ->take_all();
  command->add_option("--below", flags->below, "Only decisions less certain than this, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
  command->add_option("--kind", flags->kind, "Only this kind: hyphen, header, edit, …");
  command->add_option("--document", flags->document, "Only the document of this id");
  command->add_flag("--unresolved", flags->unresolved, "Only what was left alone");
  command->add_option("--limit", flags->limit, "Most decisions listed of each rule; 0: all")
      ->capture_default_str();
  command->add_flag("--json", flags->json, "One JSON object on a line, without limit");
  command
      ->add_option("--without", flags->without,
                   "Write the texts as if this rule had not run; repeatable")
      ->expected(1)
      ->take_all();
  command->add_option("--out", flags->out, "Folder for text/ of --without");
  command->callback([&program, flags] {
    const Status status = Repairs(*flags);
    if (status.ok()) return;
    fmt::print(stderr, "koppel repairs: {}\n", status.ToString());
    program.status = StatusOf(status);
  });
}

}  // namespace koppel
