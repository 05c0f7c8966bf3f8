#include "explanation.h"
#include "json_writer.h"
#include "koppel/features.h"
#include "koppel/io.h"
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
    return json_.Finish();
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
      json_.Key("source");
      json_.Object([&] { Origin(place, source); });
      json_.Array("annotations", place.annotations,
                  [&](const PlaceAnnotation& one) { Annotation(one); });
    });
    return json_.Finish();
  }

 private:
  void Range(const std::string& prefix, Span span) {
    json_.Number(prefix + "begin", span.begin);
    json_.Number(prefix + "end", span.end);
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
      json_.Number("state", state);
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
      json_.Number("bytes_before", deed.bytes_before);
      json_.Number("bytes_after", deed.bytes_after);
      json_.Array("edits", deed.edits, [&](const auto& edits) {
        json_.Object([&] {
          json_.Field("rule", edits.first);
          json_.Number("count", edits.second);
        });
      });
      json_.Array("layers", deed.layers, [&](const LayerDeed& layer) {
        json_.Object([&] {
          json_.Field("layer", layer.layer);
          json_.Number("rows_before", layer.before);
          json_.Number("rows_after", layer.after);
        });
      });
      json_.Array("metadata", deed.metadata, [&](const std::string& key) { json_.Text(key); });
      json_.Array("warnings", explained_.history.warnings(deed.state),
                  [&](const std::string& warning) { json_.Text(warning); });
    });
  }

  void Event(const PlaceEvent& event) {
    json_.Object([&] {
      Step("step", event.state);
      json_.Field("rule", event.rule);
      json_.Float("confidence", event.confidence);
      if (const auto& edit = event.edit) {
        json_.Key("edit");
        json_.Object([&] {
          json_.Number("revision", edit->revision);
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
        json_.Key("decision");
        json_.Object([&] {
          json_.Field("kind", decision->kind);
          json_.Field("decision", decision->decision);
          json_.Bool("resolved", decision->resolved);
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
    json_.Array("pages", place.boxes, [&](const PageBox& box) {
      json_.Object([&] {
        json_.Key("number");
        json_.Whole(box.page);
        if (!box.label.empty()) json_.Field("label", box.label);
        if (box.confidence >= 0) json_.Float("confidence", box.confidence);
        if (box.right <= 0) return;
        json_.Float("left", box.left);
        json_.Float("top", box.top);
        json_.Float("right", box.right);
        json_.Float("bottom", box.bottom);
      });
    });
  }

  void Annotation(const PlaceAnnotation& annotation) {
    json_.Object([&] {
      json_.Field("layer", annotation.layer->schema->name);
      json_.Number("row", annotation.row);
      Range("", annotation.span);
      json_.Key("features");
      json_.Object([&] { Features(*annotation.layer, annotation.row); });
      Step("made_by", annotation.made);
      if (annotation.changed != annotation.made) Step("changed_by", annotation.changed);
      if (annotation.evidence.empty()) return;
      const auto* evidence = internal::FindLayer(explained_.document, Evidence::kSchema.name);
      json_.Array("evidence", annotation.evidence, [&](std::uint32_t row) {
        json_.Object([&] {
          Range("", {evidence->begin[row], evidence->end[row]});
          Features(*evidence, row);
        });
      });
    });
  }

  void Features(const internal::LayerData& layer, std::uint32_t row) {
    ForEachFeature(explained_.document, layer, row,
                   [&](const FeatureInfo& info, const FeatureValue& value) { Value(info, value); });
  }

  void Value(const FeatureInfo& info, const FeatureValue& value) {
    const std::string_view name = info.name;
    if (const auto* text = std::get_if<std::string_view>(&value)) json_.Field(name, *text);
    if (const auto* number = std::get_if<double>(&value)) json_.Float(name, *number);
    if (const auto* flag = std::get_if<bool>(&value)) json_.Bool(name, *flag);
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      json_.Key(name);
      json_.Whole(*number);
    }
    const auto* ref = std::get_if<FeatureRef>(&value);
    if (ref == nullptr) return;
    if (info.type == FeatureType::kReferences) {
      json_.Array(name, ref->rows, [&](std::int32_t row) { json_.Whole(row); });
    } else {
      json_.Key(name);
      json_.Whole(ref->rows.front());
    }
  }

  const Explained& explained_;
  Json json_;
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
