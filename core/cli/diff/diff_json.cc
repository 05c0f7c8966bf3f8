#include "diff_json.h"

#include <array>

#include "koppel/json/json_writer.h"

namespace koppel {

// Found by Json::Value.
static void Write(Json& json, const Excerpt& excerpt) {
  json.Object([&] {
    json.Field("before", excerpt.before);
    json.Field("text", excerpt.marked);
    json.Field("after", excerpt.after);
  });
}

static void Write(Json& json, const Example& example) {
  json.Object([&] {
    json.Field("document", example.document);
    json.Field("a", example.a);
    json.Field("b", example.b);
    if (!example.note.empty()) json.Field("note", example.note);
  });
}

static void Write(Json& json, const Cause& cause) {
  json.Object([&] {
    json.Field("kind", Name(cause.kind));
    if (!cause.step.empty()) json.Field("step", cause.step);
    json.Field("what", cause.what);
  });
}

static void Write(Json& json, Span span) { json.Value(std::array{span.begin, span.end}); }

static void Write(Json& json, const FirstDifference& first) {
  json.Object([&] {
    json.Field("document", first.document);
    if (!first.step.empty()) json.Field("step", first.step);
    if (first.place) {
      json.Field("what", first.place->what);
      json.Field("bytes_a", first.place->a);
      json.Field("bytes_b", first.place->b);
      json.Field("example", first.place->example);
    }
    json.Field("causes", first.causes);
  });
}

static void Write(Json& json, const StepGroup& group) {
  json.Object([&] {
    if (!group.step.empty()) json.Field("step", group.step);
    json.Field("documents", group.documents);
    json.Field("causes", group.causes);
    json.Field("examples", group.examples);
  });
}

static void Write(Json& json, const RuleGroup& group) {
  json.Object([&] {
    json.Field("step", group.step), json.Field("rule", group.rule);
    json.Field("only_a", group.only_a), json.Field("only_b", group.only_b);
    json.Field("changed", group.changed);
    json.Field("examples", group.examples);
  });
}

static void Write(Json& json, const LayerGroup& group) {
  json.Object([&] {
    json.Field("layer", group.layer);
    json.Field("only_a", group.removed), json.Field("only_b", group.added);
    json.Field("changed", group.changed);
    json.Field("examples", group.examples);
  });
}

static void Write(Json& json, const MetadataGroup& group) {
  json.Object([&] {
    json.Field("key", group.key), json.Field("documents", group.documents);
    json.Field("examples", group.examples);
  });
}

static void Write(Json& json, const Unpaired& unpaired) {
  json.Object([&] {
    json.Field("document", unpaired.document);
    if (!unpaired.fate.empty()) json.Field("fate", unpaired.fate);
  });
}

std::string DiffJson(const RunDiff& diff) {
  Json json;
  json.Object([&] {
    json.Field("equal", !diff.different());
    json.Field("a", diff.a), json.Field("b", diff.b);
    json.Object("documents", [&] {
      json.Field("a", diff.documents_a), json.Field("b", diff.documents_b);
      json.Field("equal", diff.equal), json.Field("differing", diff.differing.size());
      json.Field("only_a", diff.only_a.size()), json.Field("only_b", diff.only_b.size());
    });
    if (diff.first) json.Field("first", *diff.first);
    json.Field("steps", diff.steps);
    json.Field("rules", diff.rules);
    json.Field("layers", diff.layers);
    json.Field("metadata", diff.metadata);
    json.Field("only_a", diff.only_a);
    json.Field("only_b", diff.only_b);
    json.Field("differing", diff.differing);
    json.Field("causes", diff.causes);
    json.Field("notes", diff.notes);
  });
  return json.Line();
}

}  // namespace koppel
