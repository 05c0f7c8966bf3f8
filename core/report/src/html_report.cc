#include "koppel/report/html_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "assets.h"
#include "html_document.h"
#include "koppel/io.h"
#include "koppel/report/html_text.h"
#include "koppel/report/page.h"

namespace koppel {
namespace {

void AppendTile(std::uint64_t number, std::string_view label, bool alert, std::string& out) {
  out += fmt::format("<div class=\"tile{}\"><b>{}</b><span>{}</span></div>",
                     alert && number > 0 ? " alert" : "", number, label);
}

// A page that looks complete would be believed.
void AppendOutcome(const RunReport& report, std::string& out) {
  const std::string outcome = Outcome(report);
  if (outcome.empty()) return;
  out += fmt::format("<p class=\"outcome\">{}</p>\n", Html(outcome));
}

void AppendTiles(const RunReport& report, const DocumentTotals& totals, std::string& out) {
  out += "<div class=\"tiles\">";
  AppendTile(report.read, "documents", false, out);
  AppendTile(report.output, "output", false, out);
  AppendTile(report.filtered, "filtered", false, out);
  AppendTile(report.quarantined, "quarantined", true, out);
  AppendTile(totals.repairs, "repairs", false, out);
  AppendTile(totals.left_alone, "left for you", true, out);
  AppendTile(totals.turns, "turns", false, out);
  AppendTile(totals.quotes, "quotes", false, out);
  AppendTile(totals.opinions, "opinions", false, out);
  out += "</div>\n";
}

// No times: the same run writes the same page.
void AppendSteps(const RunReport& report, std::string& out) {
  out +=
      "<h2>Steps</h2>\n<table><tr><th>step</th><th>component</th><th class=\"n\">documents</th>"
      "<th class=\"n\">passed over</th><th class=\"n\">filtered</th><th "
      "class=\"n\">quarantined</th>"
      "<th class=\"n\">warnings</th></tr>\n";
  for (const StepReport& step : report.steps) {
    out += fmt::format("<tr><td>{}</td><td>{}</td>", Html(step.id), Html(step.component));
    for (const std::uint64_t count :
         {step.documents, step.passed_over, step.filtered, step.quarantined, step.warnings})
      out += fmt::format("<td class=\"n\">{}</td>", count);
    out += "</tr>\n";
  }
  out += "</table>\n";
}

void AppendCasualties(std::string_view title, const std::vector<Casualty>& list, std::string& out) {
  if (list.empty()) return;
  out += fmt::format("<h2>{}</h2>\n<table><tr><th>document</th><th>step</th><th>reason</th></tr>\n",
                     title);
  for (const Casualty& casualty : list) {
    out += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td></tr>\n", Html(casualty.uri),
                       Html(casualty.step), Html(casualty.reason));
  }
  out += "</table>\n";
}

void AppendNotes(const RunReport& report, std::string& out) {
  if (report.notes.empty()) return;
  out += "<h2>Notes</h2>\n<ul>";
  for (const std::string& note : report.notes) out += "<li>" + Html(note) + "</li>";
  out += "</ul>\n";
}

constexpr char kTools[] =
    "<div class=\"tools\"><button id=\"all\">open or close all</button>"
    "<label><input type=\"checkbox\" value=\"turn\" checked> speakers</label>"
    "<label><input type=\"checkbox\" value=\"quote\" checked> <span "
    "class=\"quote\">quotes</span></label>"
    "<label><input type=\"checkbox\" value=\"feeling\" checked> <span class=\"feeling "
    "positive\">sentiment</span></label>"
    "<label><input type=\"checkbox\" value=\"fix\" checked> <span "
    "class=\"fix\">repairs</span></label>"
    "<small>point at a mark to see why it is there</small></div>\n";

// The totals travel in front of the document: Render runs on any thread, Append in order.
std::string Head(const DocumentTotals& t) {
  return fmt::format("{:016x}{:016x}{:016x}{:016x}{:016x}", t.repairs, t.left_alone, t.turns,
                     t.quotes, t.opinions);
}
constexpr std::size_t kHeadField = 16, kHeadBytes = 5 * kHeadField;

std::uint64_t HeadField(std::string_view rendered, std::size_t field) {
  return std::stoull(std::string(rendered.substr(field * kHeadField, kHeadField)), nullptr, 16);
}

}  // namespace

std::string Outcome(const RunReport& report) {
  if (report.cancelled) return "The run was stopped before its end: this is not all of its output.";
  if (report.failure.ok()) return {};
  return fmt::format("The run failed, and this is not all of its output: {}",
                     report.failure.ToString());
}

Status HtmlReport::Render(const Document& document, std::string& out) const {
  std::string body;
  out += Head(AppendDocument(document, body));
  out += body;
  return Ok();
}

Status HtmlReport::Append(std::string_view, std::string_view rendered) {
  totals_.repairs += HeadField(rendered, 0);
  totals_.left_alone += HeadField(rendered, 1);
  totals_.turns += HeadField(rendered, 2);
  totals_.quotes += HeadField(rendered, 3);
  totals_.opinions += HeadField(rendered, 4);
  if (documents_.size() + rendered.size() > kMaxBytes) {
    ++left_out_;
  } else {
    std::string_view shown = rendered.substr(kHeadBytes);
    if (shown_ == 0) {  // the first is open: the page should show at once what there is to see
      documents_ += "<details open";
      shown.remove_prefix(std::string_view("<details").size());
    }
    documents_ += shown;
    ++shown_;
  }
  return Ok();
}

Status HtmlReport::WritePage(const Pipeline& pipeline, const RunReport& report,
                             const std::filesystem::path& out) const {
  std::string page = PageHead(pipeline.name);
  page +=
      fmt::format("<p class=\"lead\">{:.2f} MB · {} {} · {} · times are in run.json</p>\n",
                  static_cast<double>(report.bytes) / 1e6, report.passes,
                  report.passes == 1 ? "pass" : "passes", Html(pipeline.file.filename().string()));
  AppendOutcome(report, page);
  AppendTiles(report, totals_, page);
  AppendNotes(report, page);
  AppendCasualties("Quarantined", report.quarantine, page);
  AppendCasualties("Filtered", report.filter, page);
  page += "<h2>Documents</h2>\n";
  page += kTools;
  page += documents_;
  if (left_out_ > 0) {
    page += fmt::format("<p>{} documents are shown; {} more are in the output only.</p>\n", shown_,
                        left_out_);
  }
  AppendSteps(report, page);
  page += fmt::format("<script>{}</script></body></html>\n", kScript);
  return WriteFile(out / "report.html", page);
}

}  // namespace koppel
