#include <fmt/format.h>

#include <algorithm>

#include "explanation.h"
#include "feature_values.h"
#include "koppel/layers.h"
#include "koppel/report/shortened.h"
#include "wrap.h"

namespace koppel {
namespace {

constexpr std::size_t kQuoted = 60;  // code points of a text that is quoted

std::string Bytes(Span span) { return fmt::format("{}..{}", span.begin, span.end); }

std::string Maker(const RunStep& step) {
  const StepIdentity& identity = step.identity;
  const std::string use =
      identity.id == identity.component ? "" : fmt::format("{}, ", identity.component);
  return fmt::format("{} ({}plugin {} {})", identity.id, use, step.plugin, step.version);
}

std::string Fate(const StoredDocument& stored) {
  if (stored.outcome == Outcome::kOutput) return {};
  return Wrapped("  ", 4,
                 fmt::format("{} at {}: {}", Name(stored.outcome), stored.step, stored.reason));
}

std::string Count(std::uint64_t number, std::string_view what) {
  return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

// "edits: join 12, break 3 (4,210 → 4,187 bytes)", "sentence 38", "region 3 → 5".
std::vector<std::string> Lines(const StepDeed& deed) {
  std::vector<std::string> lines;
  if (!deed.edits.empty()) {
    std::string edits = "edits:";
    for (const auto& [rule, count] : deed.edits)
      edits += fmt::format("{} {} {}", edits.back() == ':' ? "" : ",", rule, count);
    lines.push_back(fmt::format("{} ({} → {} bytes)", edits, deed.bytes_before, deed.bytes_after));
  } else if (deed.bytes_before != deed.bytes_after) {
    lines.push_back(fmt::format("text: {} bytes", deed.bytes_after));
  }
  std::string layers;
  for (const LayerDeed& layer : deed.layers) {
    layers += layers.empty() ? "layers: " : ", ";
    layers += layer.before == 0 ? fmt::format("{} {}", layer.layer, layer.after)
              : layer.before == layer.after
                  ? fmt::format("{} changed", layer.layer)
                  : fmt::format("{} {} → {}", layer.layer, layer.before, layer.after);
  }
  if (!layers.empty()) lines.push_back(layers);
  if (!deed.metadata.empty())
    lines.push_back(fmt::format("metadata: {}", fmt::join(deed.metadata, ", ")));
  return lines;
}

std::string Deed(const Explained& explained, const StepDeed& deed) {
  std::string out =
      Wrapped(fmt::format("{:>3} ", deed.state), 6, Maker(explained.history.step(deed.state)));
  const Effect effect = explained.history.effect(deed.state);
  if (effect == Effect::kPassedOver)
    return out + Wrapped("    ", 6,
                         fmt::format("passed over: its `when` {} did not hold",
                                     explained.history.step(deed.state).identity.when));
  if (effect == Effect::kSkipped) out += "    skipped: it failed, and on_error says skip\n";
  const std::vector<std::string> lines = Lines(deed);
  for (const std::string& line : lines) out += Wrapped("    ", 6, line);
  for (const std::string& warning : explained.history.warnings(deed.state))
    out += Wrapped("    warning: ", 6, warning);
  if (lines.empty() && effect == Effect::kRan) out += "    nothing to do here\n";
  return out;
}

std::string Limited(std::size_t left, std::size_t limit) {
  return limit == 0 || left == 0 ? "" : fmt::format("    … and {} more (--limit 0)\n", left);
}

std::string Event(const Explained& explained, const PlaceHistory& place, const PlaceEvent& event) {
  std::string out =
      Wrapped(fmt::format("{:>3} ", event.state), 6, Maker(explained.history.step(event.state)));
  std::string what = fmt::format("rule {}, confidence {:.3f}", event.rule, event.confidence);
  if (const auto& decision = event.decision) {
    what = fmt::format("{}: {}{}; {}", decision->kind, decision->decision,
                       decision->resolved ? "" : ", left alone", what);
  }
  out += Wrapped("    ", 6, what);
  if (const auto& edit = event.edit) {
    const Span now =
        explained.document.Map(edit->after, edit->revision + 1, explained.document.revisions());
    const std::string_view where = place.span.Overlaps(now) || now.empty() ? "" : " (around it)";
    out += InContext(4, edit->context_left, edit->removed, edit->context_right);
    out += fmt::format("    → \"{}\"{}\n", Shortened(OneLine(edit->inserted), kQuoted), where);
    out += fmt::format("    bytes {} → {}; source {}\n", Bytes(edit->before), Bytes(edit->after),
                       Bytes(edit->source));
  } else if (event.decision) {
    const PlaceDecision& decision = *event.decision;
    const std::string parts = decision.right.empty()
                                  ? Shortened(OneLine(decision.left), kQuoted)
                                  : Shortened(OneLine(decision.left), kQuoted / 2) + "|" +
                                        Shortened(OneLine(decision.right), kQuoted / 2);
    out += fmt::format("    \"{}\", bytes {}\n", parts, Bytes(decision.span));
  }
  if (event.decision && !event.decision->evidence.empty())
    out += Wrapped("    evidence: ", 8, event.decision->evidence);
  return out;
}

std::string Revisions(const Explained& explained, const PlaceHistory& place) {
  std::string out;
  for (const PlaceRevision& revision : place.revisions) {
    out += fmt::format("  {:<17} \"{}\"\n", Bytes(revision.span),
                       Shortened(OneLine(revision.text), kQuoted - 3));
    out += fmt::format("  {:<17} since {}\n", "",
                       OneLine(explained.history.step(revision.state).identity.id));
  }
  return out;
}

std::string Origin(const Explained& explained, const PlaceHistory& place,
                   const SourceBytes& source) {
  const Source from = explained.document.source();
  std::string out = Wrapped("  ", 4, from.uri);
  const std::string note = source.note.empty() ? "" : fmt::format(", {}", source.note);
  out += Wrapped("  ", 4,
                 fmt::format("bytes {} ({}){}", Bytes(place.source),
                             Count(place.source.size(), "byte"), note));
  out += fmt::format("  \"{}\"\n", Shortened(OneLine(source.bytes), kQuoted));
  for (const PageBox& box : place.boxes) {
    std::string line = fmt::format("page {}", box.page);
    if (!box.label.empty()) line += fmt::format(" (\"{}\")", box.label);
    if (box.right > 0)
      line += fmt::format(", box {:.1f}, {:.1f} to {:.1f}, {:.1f} pt from the top left", box.left,
                          box.top, box.right, box.bottom);
    if (box.confidence >= 0) line += fmt::format(", recognised with {:.3f}", box.confidence);
    out += Wrapped("  ", 4, line);
  }
  return out;
}

std::string Annotation(const Explained& explained, const PlaceAnnotation& annotation) {
  const Document& document = explained.document;
  std::string out = fmt::format("  {:<10} {:<15} \"{}\"\n", OneLine(annotation.layer->schema->name),
                                Bytes(annotation.span),
                                Shortened(OneLine(annotation.span.In(document.text())), 48));
  const std::string features = ReadableFeatures(document, *annotation.layer, annotation.row);
  if (!features.empty()) out += Wrapped("    ", 6, features);
  const auto evidence = document.layer<Evidence>();
  for (const std::uint32_t row : annotation.evidence) {
    const auto one = evidence[row];
    out += Wrapped("    here: ", 8,
                   fmt::format("\"{}\" {:+.3f} {}", one[Evidence::entry], one[Evidence::value],
                               one[Evidence::modifiers]));
  }
  std::string made = "by " + Maker(explained.history.step(annotation.made));
  if (annotation.changed != annotation.made)
    made += ", as it is since " + explained.history.step(annotation.changed).identity.id;
  return out + Wrapped("    ", 6, made);
}

}  // namespace

std::string DeedsText(const Explained& explained, const std::vector<StepDeed>& deeds) {
  const Source source = explained.document.source();
  std::string out = OneLine(explained.stored.id) + "\n" + Wrapped("  ", 4, explained.stored.uri);
  if (explained.history.states() > 0)
    out +=
        fmt::format("  {}, read as {}\n", Count(source.size, "byte"), OneLine(source.media_type));
  out += Fate(explained.stored) + "\n";
  for (const StepDeed& deed : deeds) out += Deed(explained, deed);
  return out;
}

std::string PlaceText(const Explained& explained, const PlaceHistory& place,
                      const SourceBytes& source, const std::string& note, std::size_t limit) {
  const auto shown = [limit](std::size_t all) { return limit == 0 ? all : std::min(all, limit); };
  std::string out =
      fmt::format("{}, bytes {} of the text\n", OneLine(explained.stored.id), Bytes(place.span));
  out += InContext(2, place.context_left, place.span.In(explained.document.text()),
                   place.context_right);
  if (!note.empty()) out += Wrapped("  ", 4, note);
  out += Fate(explained.stored);
  out += "\nWhat was done and decided here, the newest first\n";
  const std::size_t events = shown(place.events.size());
  for (std::size_t i = 0; i < events; ++i) out += Event(explained, place, place.events[i]);
  out += Limited(place.events.size() - events, limit);
  if (place.events.empty()) out += "  nothing: it stands as it was read\n";
  out += "\nWhat stood here, the newest first\n" + Revisions(explained, place);
  out += "\nWhere it comes from\n" + Origin(explained, place, source);
  out += "\nWhat covers it\n";
  const std::size_t annotations = shown(place.annotations.size());
  for (std::size_t i = 0; i < annotations; ++i) out += Annotation(explained, place.annotations[i]);
  out += Limited(place.annotations.size() - annotations, limit);
  if (place.annotations.empty()) out += "  nothing\n";
  return out;
}

}  // namespace koppel
