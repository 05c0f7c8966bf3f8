#include "terminal_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/report/shortened.h"
#include "koppel/utf8.h"
#include "printable.h"

namespace koppel {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kMostMarked = 48;  // columns
constexpr std::size_t kMostListed = 20;  // documents of one side only

std::string Beginning(std::string_view text, std::size_t columns) {
  if (CodePoints(text) <= columns) return std::string(text);
  return std::string(text.substr(0, OffsetOf(text, columns - 1))) + "…";
}

std::string End(std::string_view text, std::size_t columns) {
  const std::size_t size = CodePoints(text);
  if (size <= columns) return std::string(text);
  return "…" + std::string(text.substr(OffsetOf(text, size - columns + 1)));
}

class Page {
 public:
  Page(const RunDiff& diff, bool color) : diff_(diff), color_(color) {}

  std::string Render() {
    Head();
    if (diff_.first) FirstPlace(*diff_.first);
    Steps();
    Rules();
    Layers();
    Metadata();
    Only("Only in A", diff_.only_a);
    Only("Only in B", diff_.only_b);
    Causes();
    for (const std::string& note : diff_.notes) Wrapped("note: ", note);
    return std::move(out_);
  }

 private:
  std::string Styled(std::string_view code, std::string_view text) const {
    return color_ ? fmt::format("\033[{}m{}\033[0m", code, text) : std::string(text);
  }
  void Title(std::string_view text) { out_ += "\n" + Styled("1", text) + "\n"; }

  // Breaks at blanks; later lines are indented by the width of the first's beginning.
  void Wrapped(std::string_view begin, std::string_view text) {
    const std::size_t indent = CodePoints(begin);
    const std::string visible = OnOneLine(text);
    std::string_view rest = visible;
    out_ += begin;
    for (;;) {
      const std::string_view line = rest.substr(0, OffsetOf(rest, kColumns - indent));
      if (line.size() == rest.size()) break;
      const std::size_t blank = line.rfind(' ');
      const std::size_t end = blank == line.npos ? line.size() : blank;
      out_ += fmt::format("{}\n{}", rest.substr(0, end), std::string(indent, ' '));
      rest.remove_prefix(blank == line.npos ? end : end + 1);
    }
    out_ += std::string(rest) + "\n";
  }

  static std::string Documents(std::uint64_t count) {
    return fmt::format("{} {}", count, count == 1 ? "document" : "documents");
  }

  void Head() {
    Wrapped("A  ", fmt::format("{}: {}", diff_.a, Documents(diff_.documents_a)));
    Wrapped("B  ", fmt::format("{}: {}", diff_.b, Documents(diff_.documents_b)));
    if (!diff_.different()) {
      out_ += "no differences\n";
      return;
    }
    out_ += fmt::format("{} equal, {} different, {} only in A, {} only in B\n", diff_.equal,
                        diff_.differing.size(), diff_.only_a.size(), diff_.only_b.size());
  }

  // One line: the stretch that differs, with as much around it as there is room for.
  void Side(std::string_view begin, const Excerpt& excerpt, std::string_view code) {
    const std::string marked = Shortened(OnOneLine(excerpt.marked), kMostMarked);
    const std::string before = OnOneLine(excerpt.before), after = OnOneLine(excerpt.after);
    const std::size_t room = kColumns - CodePoints(begin) - CodePoints(marked) - 2;
    const std::size_t right = std::min(CodePoints(after), room / 2);
    const std::string left_shown = End(before, room - right);
    const bool bare = color_ && !marked.empty();
    out_ += fmt::format("{}{}{}{}\n", begin, left_shown,
                        Styled(code, bare ? marked : "‹" + marked + "›"),
                        Beginning(after, room - CodePoints(left_shown)));
  }

  void Show(const Example& example, std::string_view indent) {
    if (!example.note.empty()) Wrapped(indent, example.note);
    const bool text = !example.a.marked.empty() || !example.b.marked.empty() ||
                      !example.a.before.empty() || !example.b.before.empty();
    if (!text) return;
    Side(fmt::format("{}A  ", indent), example.a, "31");
    Side(fmt::format("{}B  ", indent), example.b, "32");
  }

  void Show(const std::vector<Example>& examples) {
    for (const Example& example : examples) {
      Wrapped("    ", example.document + ":");
      Show(example, "      ");
    }
  }

  void FirstPlace(const FirstDifference& first) {
    Title("First difference");
    std::string where = first.document;
    if (!first.step.empty()) where += ", after step " + first.step;
    if (first.place) {
      where += ": " + first.place->what;
      const bool in_text = first.place->what == "text" || first.place->what.starts_with("layer");
      if (in_text) {
        where += fmt::format(", bytes {}..{} of A, {}..{} of B", first.place->a.begin,
                             first.place->a.end, first.place->b.begin, first.place->b.end);
      }
    }
    Wrapped("  ", where);
    if (first.place) Show(first.place->example, "  ");
    for (const Cause& cause : first.causes) Wrapped("  likely cause: ", cause.what);
  }

  void Steps() {
    if (diff_.steps.empty()) return;
    Title("Documents by the step after which they first differ");
    for (const StepGroup& group : diff_.steps) {
      Wrapped(fmt::format("  {:>8}  ", group.documents),
              group.step.empty() ? "(not known)" : group.step);
      for (const Cause& cause : group.causes) Wrapped("            ", cause.what);
      Show(group.examples);
    }
  }

  void Row(const std::string& name, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    const std::string shown = Shortened(OnOneLine(name), 42);
    out_ += fmt::format("  {}{}{:>11}{:>11}{:>11}\n", shown,
                        std::string(44 - CodePoints(shown), ' '), a, b, c);
  }

  void Rules() {
    if (diff_.rules.empty()) return;
    Title(fmt::format("{:<46}{:>11}{:>11}{:>11}", "Edits by step and rule", "only in A",
                      "only in B", "confidence"));
    for (const RuleGroup& group : diff_.rules) {
      Row(group.step + "  " + group.rule, group.only_a, group.only_b, group.changed);
      Show(group.examples);
    }
  }

  void Layers() {
    if (diff_.layers.empty()) return;
    Title(fmt::format("{:<46}{:>11}{:>11}{:>11}", "Annotations by layer", "only in A", "only in B",
                      "changed"));
    for (const LayerGroup& group : diff_.layers) {
      Row(group.layer, group.removed, group.added, group.changed);
      Show(group.examples);
    }
  }

  void Metadata() {
    if (diff_.metadata.empty()) return;
    Title("Metadata");
    for (const MetadataGroup& group : diff_.metadata) {
      Wrapped("  ", fmt::format("{}: {}", group.key, Documents(group.documents)));
      for (const Example& example : group.examples) {
        Wrapped("    ", fmt::format("{}: {} → {}", example.document,
                                    example.a.marked.empty() ? "(none)" : example.a.marked,
                                    example.b.marked.empty() ? "(none)" : example.b.marked));
      }
    }
  }

  void Only(std::string_view title, const std::vector<Unpaired>& documents) {
    if (documents.empty()) return;
    Title(title);
    for (std::size_t i = 0; i < documents.size() && i < kMostListed; ++i) {
      const Unpaired& each = documents[i];
      Wrapped("  ", each.fate.empty()
                        ? each.document
                        : fmt::format("{} (in the other: {})", each.document, each.fate));
    }
    if (documents.size() > kMostListed)
      out_ += fmt::format("  … and {} more\n", documents.size() - kMostListed);
  }

  void Causes() {
    if (diff_.causes.empty()) return;
    Title("What the runs depended on is different in");
    std::uint64_t following = 0;
    for (const Cause& cause : diff_.causes) {
      following += cause.follows;
      if (!cause.follows) Wrapped("  ", cause.what);
    }
    if (following > 0)
      out_ += fmt::format("  {} resources that follow from other parameters\n", following);
  }

  const RunDiff& diff_;
  bool color_;
  std::string out_;
};

}  // namespace

std::string TerminalPage(const RunDiff& diff, bool color) { return Page(diff, color).Render(); }

}  // namespace koppel
