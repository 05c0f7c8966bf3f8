#include "explanation.h"
#include "koppel/features.h"
#include "koppel/io.h"
#include "koppel/json/json_writer.h"
#include "koppel/layers.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

std::string_view Name(Effect effect) {
  switch (effect) {
    case Effect::kPassedOver:
      return "passed_over";
    case Effect::kSkipped:
      return "skipped";
    default:
      return "ran";
  }
}

class Explanation {
 public:
  explicit Explanation(const Explained& explained) : explained_(explained) {}

  std::string Deeds(const std::vector<StepDeed>& deeds) {
    json_.Object([&] {
      Document();
      json_.Array("steps", deeds, [&](const StepDeed& deed) { Deed(deed); });
    });
    return json_.Line();
  }

  std::string Place(const PlaceHistory& place, const SourceBytes& source, const std::string& note) {
    json_.Object([&] {
      Document();
      Range("", place.span);
      json_.Field("text", place.span.In(explained_.document.text()));
      json_.Field("context_left", place.context_left);
      json_.Field("context_right", place.context_right);
      if (!note.empty()) json_.Field("note", note);
      json_.Array("events", place.events, [&](const PlaceEvent& event) { Event(event); });
      json_.Array("revisions", place.revisions, [&](const PlaceRevision& one) { Revision(one); });
      json_.Object("source", [&] { Origin(place, source); });
      json_.Array("annotations", place.annotations,
                  [&](const PlaceAnnotation& one) { Annotation(one); });
    });
    return json_.Line();
  }

 private:
  void Range(const std::string& prefix, Span span) {
    json_.Field(prefix + "begin", span.begin);
    json_.Field(prefix + "end", span.end);
  }

  void Document() {
    const StoredDocument& stored = explained_.stored;
    json_.Field("document", stored.id);
    json_.Field("uri", stored.uri);
    json_.Field("sha256", Hex(stored.sha256));
    json_.Field("outcome", koppel::Name(stored.outcome));
    if (stored.outcome == Outcome::kOutput) return;
    json_.Field("outcome_step", stored.step);
    json_.Field("reason", stored.reason);
  }

  void Step(std::string_view key, std::size_t state) {
    json_.Key(key);
    const RunStep& step = explained_.history.step(state);
    json_.Object([&] {
      json_.Field("state", state);
      json_.Field("id", step.identity.id);
      json_.Field("component", step.identity.component);
      json_.Field("plugin", step.plugin);
      json_.Field("version", step.version);
    });
  }

  void Deed(const StepDeed& deed) {
    json_.Object([&] {
      Step("step", deed.state);
      json_.Field("effect", Name(explained_.history.effect(deed.state)));
      json_.Field("bytes_before", deed.bytes_before);
      json_.Field("bytes_after", deed.bytes_after);
      json_.Objects("edits", deed.edits, [&](const auto& edits) {
        json_.Field("rule", edits.first);
        json_.Field("count", edits.second);
      });
      json_.Objects("layers", deed.layers, [&](const LayerDeed& layer) {
        json_.Field("layer", layer.layer);
        json_.Field("rows_before", layer.before);
        json_.Field("rows_after", layer.after);
      });
      json_.Field("metadata", deed.metadata);
      json_.Field("warnings", explained_.history.warnings(deed.state));
    });
  }

  void Event(const PlaceEvent& event) {
    json_.Object([&] {
      Step("step", event.state);
      json_.Field("rule", event.rule);
      json_.Field("confidence", event.confidence);
      if (const auto& edit = event.edit) {
        json_.Object("edit", [&] {
          json_.Field("revision", edit->revision);
          Range("before_", edit->before);
          Range("after_", edit->after);
          Range("source_", edit->source);
          json_.Field("before", edit->removed);
          json_.Field("after", edit->inserted);
          json_.Field("context_left", edit->context_left);
          json_.Field("context_right", edit->context_right);
        });
      }
      if (const auto& decision = event.decision) {
        json_.Object("decision", [&] {
          json_.Field("kind", decision->kind);
          json_.Field("decision", decision->decision);
          json_.Field("resolved", decision->resolved);
          json_.Field("left", decision->left);
          json_.Field("right", decision->right);
          json_.Field("evidence", decision->evidence);
          Range("", decision->span);
        });
      }
    });
  }

  void Revision(const PlaceRevision& revision) {
    json_.Object([&] {
      json_.Field("step", explained_.history.step(revision.state).identity.id);
      Range("", revision.span);
      json_.Field("text", revision.text);
    });
  }

  void Origin(const PlaceHistory& place, const SourceBytes& source) {
    json_.Field("content", koppel::Name(explained_.document.source().content));
    Range("", place.source);
    if (FindInvalidUtf8(source.bytes) == std::string_view::npos) json_.Field("text", source.bytes);
    json_.Field("hex", Hex(source.bytes));
    if (!source.note.empty()) json_.Field("note", source.note);
    json_.Objects("pages", place.boxes, [&](const PageBox& box) {
      json_.Field("number", box.page);
      if (!box.label.empty()) json_.Field("label", box.label);
      if (box.confidence >= 0) json_.Field("confidence", box.confidence);
      if (box.right <= 0) return;
      json_.Field("left", box.left);
      json_.Field("top", box.top);
      json_.Field("right", box.right);
      json_.Field("bottom", box.bottom);
    });
  }

  void Annotation(const PlaceAnnotation& annotation) {
    json_.Object([&] {
      json_.Field("layer", annotation.layer->schema->name);
      json_.Field("row", annotation.row);
      Range("", annotation.span);
      json_.Object("features", [&] { Features(*annotation.layer, annotation.row); });
      Step("made_by", annotation.made);
      if (annotation.changed != annotation.made) Step("changed_by", annotation.changed);
      if (annotation.evidence.empty()) return;
      const auto* evidence = internal::FindLayer(explained_.document, Evidence::kSchema.name);
      json_.Objects("evidence", annotation.evidence, [&](std::uint32_t row) {
        Range("", {evidence->begin[row], evidence->end[row]});
        Features(*evidence, row);
      });
    });
  }

  void Features(const internal::LayerData& layer, std::uint32_t row) {
    ForEachFeature(
        explained_.document, layer, row,
        [&](const FeatureInfo& info, const FeatureValue& value) { Feature(info, value); });
  }

  void Feature(const FeatureInfo& info, const FeatureValue& value) {
    json_.Key(info.name);
    std::visit([&](const auto& held) { Value(info, held); }, value);
  }

  template <class T>
  void Value(const FeatureInfo&, const T& value) {
    json_.Value(value);
  }
  void Value(const FeatureInfo& info, const FeatureRef& ref) {
    info.type == FeatureType::kReferences ? json_.Value(ref.rows) : json_.Value(ref.rows.front());
  }

  const Explained& explained_;
  Json json_{1};
};

}  // namespace

std::string DeedsJson(const Explained& explained, const std::vector<StepDeed>& deeds) {
  return Explanation(explained).Deeds(deeds);
}

std::string PlaceJson(const Explained& explained, const PlaceHistory& place,
                      const SourceBytes& source, const std::string& note) {
  return Explanation(explained).Place(place, source, note);
}

}  // namespace koppel
