#include "diff_json.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

namespace koppel {
namespace {

class Json {
 public:
  Json() { writer_.SetIndent(' ', 2); }

  std::string Write(const RunDiff& diff) {
    writer_.StartObject();
    Key("equal"), writer_.Bool(!diff.different());
    Field("a", diff.a), Field("b", diff.b);
    Counts(diff);
    if (diff.first) Key("first"), Write(*diff.first);
    Array("steps", diff.steps);
    Array("rules", diff.rules);
    Array("layers", diff.layers);
    Array("metadata", diff.metadata);
    Array("only_a", diff.only_a);
    Array("only_b", diff.only_b);
    Array("differing", diff.differing);
    Array("causes", diff.causes);
    Array("notes", diff.notes);
    writer_.EndObject();
    return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n";
  }

 private:
  void Key(std::string_view key) {
    writer_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  }
  void Write(const std::string& text) {
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void Field(std::string_view key, const std::string& value) { Key(key), Write(value); }
  void Field(std::string_view key, std::uint64_t value) { Key(key), writer_.Uint64(value); }
  template <class T>
  void Array(std::string_view key, const std::vector<T>& items) {
    Key(key);
    writer_.StartArray();
    for (const T& item : items) Write(item);
    writer_.EndArray();
  }
  template <class Body>
  void Object(Body body) {
    writer_.StartObject();
    body();
    writer_.EndObject();
  }

  void Counts(const RunDiff& diff) {
    Key("documents");
    Object([&] {
      Field("a", diff.documents_a), Field("b", diff.documents_b);
      Field("equal", diff.equal), Field("differing", diff.differing.size());
      Field("only_a", diff.only_a.size()), Field("only_b", diff.only_b.size());
    });
  }

  void Write(const Excerpt& excerpt) {
    Object([&] {
      Field("before", excerpt.before);
      Field("text", excerpt.marked);
      Field("after", excerpt.after);
    });
  }
  void Write(const Example& example) {
    Object([&] {
      Field("document", example.document);
      Key("a"), Write(example.a);
      Key("b"), Write(example.b);
      if (!example.note.empty()) Field("note", example.note);
    });
  }
  void Write(const Cause& cause) {
    Object([&] {
      Field("kind", std::string(Name(cause.kind)));
      if (!cause.step.empty()) Field("step", cause.step);
      Field("what", cause.what);
    });
  }
  void Write(Span span) {
    writer_.StartArray();
    writer_.Uint(span.begin), writer_.Uint(span.end);
    writer_.EndArray();
  }
  void Write(const FirstDifference& first) {
    Object([&] {
      Field("document", first.document);
      if (!first.step.empty()) Field("step", first.step);
      if (first.place) {
        Field("what", first.place->what);
        Key("bytes_a"), Write(first.place->a);
        Key("bytes_b"), Write(first.place->b);
        Key("example"), Write(first.place->example);
      }
      Array("causes", first.causes);
    });
  }
  void Write(const StepGroup& group) {
    Object([&] {
      if (!group.step.empty()) Field("step", group.step);
      Field("documents", group.documents);
      Array("causes", group.causes);
      Array("examples", group.examples);
    });
  }
  void Write(const RuleGroup& group) {
    Object([&] {
      Field("step", group.step), Field("rule", group.rule);
      Field("only_a", group.only_a), Field("only_b", group.only_b);
      Field("changed", group.changed);
      Array("examples", group.examples);
    });
  }
  void Write(const LayerGroup& group) {
    Object([&] {
      Field("layer", group.layer);
      Field("only_a", group.removed), Field("only_b", group.added);
      Field("changed", group.changed);
      Array("examples", group.examples);
    });
  }
  void Write(const MetadataGroup& group) {
    Object([&] {
      Field("key", group.key), Field("documents", group.documents);
      Array("examples", group.examples);
    });
  }
  void Write(const Unpaired& unpaired) {
    Object([&] {
      Field("document", unpaired.document);
      if (!unpaired.fate.empty()) Field("fate", unpaired.fate);
    });
  }

  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace

std::string DiffJson(const RunDiff& diff) { return Json().Write(diff); }

}  // namespace koppel
