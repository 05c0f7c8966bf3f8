#include "place_history.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "decisions.h"
#include "koppel/layers.h"
#include "origins.h"

namespace koppel {
namespace {

// What was deleted beside a place may be what a user asks about.
bool Touches(Span place, Span other) {
  return place.Overlaps(other) ||
         ((place.empty() || other.empty()) && place.begin <= other.end && other.begin <= place.end);
}

class Collector {
 public:
  Collector(Span place, const DocumentHistory& history, const Document& document)
      : history_(history), document_(document), latest_(document.revisions()) {
    result_.span = place;
    result_.context_left = ContextLeft(document.text(), place.begin);
    result_.context_right = ContextRight(document.text(), place.end);
    result_.source = document.ToSource(place);
  }

  Result<PlaceHistory> Collect() {
    AddEdits();
    AddDecisions();
    AddAnnotations();
    KOPPEL_RETURN_IF_ERROR(AddBoxes());
    KOPPEL_RETURN_IF_ERROR(FindOrigins());
    std::stable_sort(result_.events.begin(), result_.events.end(),
                     [](const auto& a, const auto& b) { return a.state > b.state; });
    return std::move(result_);
  }

 private:
  std::size_t StateOf(std::uint32_t revision) const {
    return history_.StateAfter(document_.RevisionStep(revision)).value_or(0);
  }

  void AddEdits() {
    AddRevision(latest_, result_.span);
    for (std::uint32_t r = latest_; r-- > 0;) {
      const Span after = document_.Map(result_.span, latest_, r + 1);
      const std::string before = document_.TextAt(r);
      for (const RevisionEdit& edit : document_.RevisionEdits(r)) {
        if (!Touches(after, edit.after)) continue;
        PlaceEvent& event = result_.events.emplace_back();
        event.state = StateOf(r);
        event.rule = edit.rule;
        event.confidence = static_cast<double>(edit.confidence);
        event.edit = {r,
                      edit.before,
                      edit.after,
                      document_.ToSource(edit.before, r),
                      std::string(edit.removed),
                      std::string(edit.inserted),
                      ContextLeft(before, edit.before.begin),
                      ContextRight(before, edit.before.end)};
      }
      AddRevision(r, document_.Map(result_.span, latest_, r));
    }
  }

  void AddRevision(std::uint32_t revision, Span span) {
    const std::string text = document_.TextAt(revision);
    const std::string_view covered = span.In(text);
    auto& all = result_.revisions;
    // A revision that left the place alone is told with the oldest that looks like it.
    if (!all.empty() && all.back().span == span && all.back().text == covered) all.pop_back();
    all.push_back({revision == 0 ? 0 : StateOf(revision - 1), span, std::string(covered)});
  }

  // An edit of the same rule at the same place is a part of the decision.
  void AddDecisions() {
    for (const auto row : document_.layer<Artefact>()) {
      if (!Touches(result_.span, row.span())) continue;
      const PlaceDecision decision{row.index(),
                                   std::string(row[Artefact::kind]),
                                   std::string(row[Artefact::decision]),
                                   std::string(row[Artefact::left]),
                                   std::string(row[Artefact::right]),
                                   std::string(row[Artefact::evidence]),
                                   row[Artefact::resolved],
                                   row.span()};
      PlaceEvent* event = EventOf(row[Artefact::rule], row.span());
      if (event == nullptr) {
        event = &result_.events.emplace_back();
        event->rule = row[Artefact::rule];
        event->confidence = row.Has(Artefact::confidence) ? row[Artefact::confidence] : 1;
      }
      event->decision = decision;
    }
  }

  PlaceEvent* EventOf(std::string_view rule, Span span) {
    for (PlaceEvent& event : result_.events) {
      if (event.rule != rule || !event.edit || event.decision) continue;
      const Span now = document_.Map(event.edit->after, event.edit->revision + 1, latest_);
      if (Touches(span, now)) return &event;
    }
    return nullptr;
  }

  void AddAnnotations() {
    for (std::size_t i = 0; i < document_.layer_count(); ++i) {
      const internal::LayerData& layer = document_.layer_at(i);
      const std::string_view name = layer.schema->name;
      if (name == "artefact" || name == "box" || name == "page" || name == "evidence") continue;
      for (std::uint32_t row = 0; row < layer.rows; ++row) {
        const Span span{layer.begin[row], layer.end[row]};
        if (!Touches(result_.span, span)) continue;
        result_.annotations.push_back({&layer, row, span, 0, 0, EvidenceOf(name, row)});
      }
    }
    std::stable_sort(result_.annotations.begin(), result_.annotations.end(),
                     [](const auto& a, const auto& b) { return a.span.size() < b.span.size(); });
  }

  std::vector<std::uint32_t> EvidenceOf(std::string_view layer, std::uint32_t row) const {
    std::vector<std::uint32_t> rows;
    if (layer != "sentiment") return rows;
    for (const auto evidence : document_.layer<Evidence>()) {
      const bool here = Touches(result_.span, evidence.span());
      if (here && evidence[Evidence::of].index == static_cast<std::int32_t>(row))
        rows.push_back(evidence.index());
    }
    return rows;
  }

  // The reader's state has the boxes of words that steps took out.
  Status AddBoxes() {
    Document read;
    KOPPEL_RETURN_IF_ERROR(history_.Restore(0, read));
    if (read.HasLayer(Page::kSchema.name)) {
      AddBoxes(read, document_.Map(result_.span, latest_, read.revisions()));
    } else {
      AddBoxes(document_, result_.span);
    }
    return Ok();
  }

  void AddBoxes(const Document& document, Span span) {
    const auto pages = document.layer<Page>();
    for (const auto page : pages) {
      if (Touches(span, page.span()) && page.span().end > span.begin)
        result_.boxes.push_back({page[Page::number], std::string(page[Page::label])});
    }
    for (const auto box : document.layer<Box>()) {
      if (!span.Overlaps(box.span())) continue;
      const std::int64_t number = box.Has(Box::page) ? pages[box[Box::page]][Page::number] : 0;
      Widen(LineOf(number, box), box);
    }
  }

  // The box that holds what was found so far of the same line.
  PageBox& LineOf(std::int64_t page, const Row<Box>& box) {
    for (PageBox& line : result_.boxes) {
      const bool open =
          line.right == 0 || (line.top < box[Box::bottom] && box[Box::top] < line.bottom);
      if (line.page == page && open) return line;
    }
    std::string label;
    for (const PageBox& line : result_.boxes)
      if (line.page == page) label = line.label;
    return result_.boxes.emplace_back(PageBox{page, std::move(label)});
  }

  static void Widen(PageBox& line, const Row<Box>& box) {
    const bool first = line.right == 0;
    line.left = first ? box[Box::left] : std::min(line.left, box[Box::left]);
    line.top = first ? box[Box::top] : std::min(line.top, box[Box::top]);
    line.right = std::max(line.right, box[Box::right]);
    line.bottom = std::max(line.bottom, box[Box::bottom]);
    if (!box.Has(Box::confidence)) return;
    const double sure = box[Box::confidence];
    line.confidence = line.confidence < 0 ? sure : std::min(line.confidence, sure);
  }

  Status FindOrigins() {
    std::vector<Origin> origins;
    const internal::LayerData* artefacts = internal::FindLayer(document_, "artefact");
    for (const PlaceAnnotation& one : result_.annotations) origins.push_back({one.layer, one.row});
    for (const PlaceEvent& event : result_.events)
      if (event.decision && !event.edit) origins.push_back({artefacts, event.decision->row});
    KOPPEL_RETURN_IF_ERROR(TraceOrigins(history_, document_, origins));
    std::size_t next = 0;
    for (PlaceAnnotation& one : result_.annotations) {
      one.made = origins[next].made;
      one.changed = origins[next++].changed;
    }
    for (PlaceEvent& event : result_.events)
      if (event.decision && !event.edit) event.state = origins[next++].made;
    return Ok();
  }

  const DocumentHistory& history_;
  const Document& document_;
  std::uint32_t latest_;
  PlaceHistory result_;
};

}  // namespace

Result<PlaceHistory> HistoryOf(Span place, const DocumentHistory& history,
                               const Document& document) {
  return Collector(place, history, document).Collect();
}

}  // namespace koppel
