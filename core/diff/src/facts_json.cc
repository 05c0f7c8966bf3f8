#include "facts_json.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <limits>

#include "koppel/json/json_writer.h"
#include "koppel/utf8.h"

namespace koppel::internal {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

// Items on lines of their own.
class Lines {
 public:
  Lines(std::string& out, char open, char close) : out_(out), close_(close) { out_ += open; }
  void Add(std::string_view item) {
    out_ += fmt::format("{}\n{}", first_ ? "" : ",", item);
    first_ = false;
  }
  void Close() { out_ += fmt::format("{}{}", first_ ? "" : "\n", close_); }

 private:
  std::string& out_;
  char close_;
  bool first_ = true;
};

void AppendText(std::string_view text, std::string& out) {
  Lines lines(out, '[', ']');
  for (;;) {
    const std::size_t end = text.find('\n');
    lines.Add(JsonOf(text.substr(0, end)));
    if (end == text.npos) break;
    text.remove_prefix(end + 1);
  }
  lines.Close();
}

std::string RowJson(const RowFacts& row) {
  std::string features;
  for (const auto& [name, value] : row.features) {
    features += fmt::format("{}{}: {}", features.empty() ? "" : ", ", JsonOf(name), JsonOf(value));
  }
  return fmt::format("[{}, {}, {{{}}}]", row.span.begin, row.span.end, features);
}

std::string EditJson(const EditFacts& edit) {
  return fmt::format(
      R"({{"step": {}, "rule": {}, "confidence": {}, "source": [{}, {}], "now": [{}, {}], )"
      R"("removed": {}, "inserted": {}}})",
      JsonOf(edit.step), JsonOf(edit.rule), JsonOf(edit.confidence), edit.source.begin,
      edit.source.end, edit.now.begin, edit.now.end, JsonOf(edit.removed), JsonOf(edit.inserted));
}

class Reader {
 public:
  Result<DocumentFacts> Read(std::string_view json) {
    element root;
    if (parser_.parse(json.data(), json.size()).get(root) != simdjson::SUCCESS)
      return BadInput("it is no JSON");
    DocumentFacts facts;
    facts.id = Text(root, "id");
    facts.source_sha256 = Text(root, "source");
    ReadText(root, facts.text);
    for (const auto field : Object(root, "metadata"))
      facts.metadata.emplace(field.key, AsText(field.value));
    for (const element item : Array(root, "edits")) facts.edits.push_back(Edit(item, facts.text));
    for (const auto field : Object(root, "layers")) {
      std::vector<RowFacts>& rows = facts.layers[std::string(field.key)];
      for (const element item : AsArray(field.value)) rows.push_back(Row(item, facts.text));
    }
    if (!ok_) return BadInput("something is missing or of another type");
    return facts;
  }

 private:
  template <class T>
  T Take(simdjson::simdjson_result<T> result) {
    T value{};
    if (std::move(result).get(value) != simdjson::SUCCESS) ok_ = false;
    return value;
  }
  std::string AsText(element value) { return std::string(Take(value.get_string())); }
  array AsArray(element value) {
    array items;
    if (value.get(items) != simdjson::SUCCESS) return ok_ = false, kNoItems;
    return items;
  }
  std::string Text(element parent, std::string_view key) {
    element value;
    if (parent[key].get(value) != simdjson::SUCCESS) return ok_ = false, std::string();
    return AsText(value);
  }
  array Array(element parent, std::string_view key) {
    element value;
    if (parent[key].get(value) != simdjson::SUCCESS) return ok_ = false, kNoItems;
    return AsArray(value);
  }
  object Object(element parent, std::string_view key) {
    object value;
    if (parent[key].get(value) != simdjson::SUCCESS) return ok_ = false, kNoMembers;
    return value;
  }

  void ReadText(element root, std::string& text) {
    bool first = true;
    for (const element line : Array(root, "text")) {
      if (!first) text += '\n';
      text += AsText(line);
      first = false;
    }
  }

  // Excerpts are cut by it: whatever the file holds, it lies in the text.
  Span Place(const array& items, const std::string* text) {
    Span span;
    std::size_t i = 0;
    for (const element item : items) {
      std::uint64_t value = 0;
      if (i < 2 && item.get(value) != simdjson::SUCCESS) ok_ = false;
      if (value > std::numeric_limits<std::uint32_t>::max()) ok_ = false;
      if (i == 0) span.begin = static_cast<std::uint32_t>(value);
      if (i == 1) span.end = static_cast<std::uint32_t>(value);
      ++i;
    }
    const bool inside = i >= 2 && span.begin <= span.end &&
                        (!text || (span.end <= text->size() && OnBoundary(*text, span.begin) &&
                                   OnBoundary(*text, span.end)));
    if (!inside) return ok_ = false, Span{};
    return span;
  }

  EditFacts Edit(element item, const std::string& text) {
    return {Text(item, "step"),
            Text(item, "rule"),
            Text(item, "confidence"),
            Place(Array(item, "source"), nullptr),
            Text(item, "removed"),
            Text(item, "inserted"),
            Place(Array(item, "now"), &text)};
  }

  RowFacts Row(element item, const std::string& text) {
    const array items = AsArray(item);
    RowFacts row{Place(items, &text), {}};
    object features;
    if (items.at(2).get(features) != simdjson::SUCCESS) return ok_ = false, row;
    for (const auto field : features) row.features.emplace_back(field.key, AsText(field.value));
    return row;
  }

  simdjson::dom::parser none_;
  const array kNoItems = none_.parse(std::string_view("[]")).get_array().value();
  simdjson::dom::parser none_object_;
  const object kNoMembers = none_object_.parse(std::string_view("{}")).get_object().value();
  simdjson::dom::parser parser_;
  bool ok_ = true;
};

}  // namespace

std::string ToJson(const DocumentFacts& facts) {
  std::string out =
      fmt::format("{{\n\"id\": {},\n\"source\": {},\n\"metadata\": ", JsonOf(facts.id),
                  JsonOf(facts.source_sha256));
  Lines metadata(out, '{', '}');
  for (const auto& [key, value] : facts.metadata)
    metadata.Add(fmt::format("{}: {}", JsonOf(key), JsonOf(value)));
  metadata.Close();
  out += ",\n\"text\": ";
  AppendText(facts.text, out);
  out += ",\n\"edits\": ";
  Lines edits(out, '[', ']');
  for (const EditFacts& edit : facts.edits) edits.Add(EditJson(edit));
  edits.Close();
  out += ",\n\"layers\": ";
  Lines layers(out, '{', '}');
  for (const auto& [name, rows] : facts.layers) {
    std::string list = JsonOf(name) + ": ";
    Lines lines(list, '[', ']');
    for (const RowFacts& row : rows) lines.Add(RowJson(row));
    lines.Close();
    layers.Add(list);
  }
  layers.Close();
  return out + "\n}\n";
}

Result<DocumentFacts> FactsFromJson(std::string_view json) { return Reader().Read(json); }

}  // namespace koppel::internal
