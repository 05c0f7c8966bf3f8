#include "koppel/diff/html_page.h"

#include <fmt/format.h>

#include <memory>

#include "koppel/io.h"
#include "koppel/report/html_text.h"
#include "koppel/report/page.h"

namespace koppel {
namespace {

constexpr char kStyle[] =
    ".was { background: var(--minus); } .now { background: var(--plus); }\n"
    ".was:empty, .now:empty { border-left: 2px solid var(--open); }\n"
    ".pair { background: var(--card); border: 1px solid var(--line); border-radius: 8px;\n"
    "        margin: .5rem 0; padding: .4rem .8rem; font-size: .9rem; }\n"
    ".pair div { white-space: pre-wrap; overflow-wrap: anywhere; }\n"
    ".pair b { font: .75rem system-ui, sans-serif; color: var(--soft); margin-right: .6rem; }\n"
    ".cause { color: var(--open); }\n";

class Page {
 public:
  explicit Page(const RunDiff& diff) : diff_(diff) {}

  std::string Render() {
    out_ = PageHead("Difference of two runs", kStyle);
    out_ += fmt::format("<p class=\"lead\">A: {} · B: {}</p>\n", Html(diff_.a), Html(diff_.b));
    Tiles();
    for (const std::string& note : diff_.notes) out_ += "<p class=\"uri\">" + Html(note) + "</p>\n";
    if (diff_.first) First(*diff_.first);
    Steps();
    Rules();
    Layers();
    Metadata();
    Only("Only in A", diff_.only_a);
    Only("Only in B", diff_.only_b);
    Causes();
    out_ += "</body></html>\n";
    return std::move(out_);
  }

 private:
  void Title(std::string_view text) { out_ += fmt::format("<h2>{}</h2>\n", text); }

  void Tile(std::uint64_t number, std::string_view label, bool alert) {
    out_ += fmt::format("<div class=\"tile{}\"><b>{}</b><span>{}</span></div>",
                        alert && number > 0 ? " alert" : "", number, label);
  }

  void Tiles() {
    out_ += "<div class=\"tiles\">";
    Tile(diff_.documents_a, "documents in A", false);
    Tile(diff_.documents_b, "documents in B", false);
    Tile(diff_.equal, "equal", false);
    Tile(diff_.differing.size(), "different", true);
    Tile(diff_.only_a.size(), "only in A", true);
    Tile(diff_.only_b.size(), "only in B", true);
    out_ += "</div>\n";
  }

  void Line(const char* side, const char* css, const Excerpt& excerpt) {
    out_ += fmt::format("<div><b>{}</b>{}<span class=\"{}\">{}</span>{}</div>", side,
                        Html(excerpt.before), css, Html(excerpt.marked), Html(excerpt.after));
  }

  void Show(const Example& example) {
    out_ += fmt::format("<div class=\"pair\"><small>{}{}{}</small>", Html(example.document),
                        example.note.empty() ? "" : " · ", Html(example.note));
    Line("A", "was", example.a);
    Line("B", "now", example.b);
    out_ += "</div>\n";
  }

  void Show(const std::vector<Example>& examples) {
    for (const Example& example : examples) Show(example);
  }

  void List(const std::vector<Cause>& causes) {
    out_ += "<ul>";
    for (const Cause& cause : causes) out_ += "<li class=\"cause\">" + Html(cause.what) + "</li>";
    out_ += "</ul>\n";
  }

  void First(const FirstDifference& first) {
    Title("First difference");
    out_ += fmt::format("<p>{}", Html(first.document));
    if (!first.step.empty()) out_ += fmt::format(", after step <b>{}</b>", Html(first.step));
    if (first.place) out_ += ": " + Html(first.place->what);
    out_ += "</p>\n";
    if (first.place) Show(first.place->example);
    if (first.causes.empty()) return;
    out_ += "<p>Likely cause:</p>\n";
    List(first.causes);
  }

  void Steps() {
    if (diff_.steps.empty()) return;
    Title("Documents by the step after which they first differ");
    for (const StepGroup& group : diff_.steps) {
      out_ += fmt::format("<h3>{} · {}</h3>\n", group.step.empty() ? "not known" : Html(group.step),
                          group.documents);
      List(group.causes);
      Show(group.examples);
    }
  }

  void Table(std::string_view name, std::string_view third) {
    out_ += fmt::format(
        "<table><tr><th>{}</th><th class=\"n\">only in A</th><th class=\"n\">only in B</th>"
        "<th class=\"n\">{}</th></tr>\n",
        name, third);
  }
  void Row(std::string_view name, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    out_ += fmt::format("<tr><td>{}</td>", Html(name));
    for (const std::uint64_t count : {a, b, c})
      out_ += fmt::format("<td class=\"n\">{}</td>", count);
    out_ += "</tr>\n";
  }

  void Rules() {
    if (diff_.rules.empty()) return;
    Title("Edits by step and rule");
    Table("rule", "other confidence");
    for (const RuleGroup& group : diff_.rules)
      Row(group.step + " · " + group.rule, group.only_a, group.only_b, group.changed);
    out_ += "</table>\n";
    for (const RuleGroup& group : diff_.rules) Show(group.examples);
  }

  void Layers() {
    if (diff_.layers.empty()) return;
    Title("Annotations by layer");
    Table("layer", "changed");
    for (const LayerGroup& group : diff_.layers)
      Row(group.layer, group.removed, group.added, group.changed);
    out_ += "</table>\n";
    for (const LayerGroup& group : diff_.layers) Show(group.examples);
  }

  void Metadata() {
    if (diff_.metadata.empty()) return;
    Title("Metadata");
    for (const MetadataGroup& group : diff_.metadata) {
      out_ += fmt::format("<h3>{} · {}</h3>\n", Html(group.key), group.documents);
      Show(group.examples);
    }
  }

  void Only(std::string_view title, const std::vector<Unpaired>& documents) {
    if (documents.empty()) return;
    Title(title);
    out_ += "<table><tr><th>document</th><th>in the other</th></tr>\n";
    for (const Unpaired& each : documents) {
      out_ +=
          fmt::format("<tr><td>{}</td><td>{}</td></tr>\n", Html(each.document), Html(each.fate));
    }
    out_ += "</table>\n";
  }

  void Causes() {
    if (diff_.causes.empty()) return;
    Title("What the runs depended on is different in");
    List(diff_.causes);
  }

  const RunDiff& diff_;
  std::string out_;
};

}  // namespace

Status WriteHtmlPage(const RunDiff& diff, const std::filesystem::path& file) {
  return WriteFile(file, Page(diff).Render());
}

}  // namespace koppel
