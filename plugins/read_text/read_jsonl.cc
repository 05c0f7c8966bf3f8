#include "read_jsonl.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "line_stream.h"

namespace koppel::read_text {
namespace {

namespace dom = simdjson::dom;

// A scalar as text; false for null, arrays and objects.
bool AsText(dom::element value, std::string& out) {
  switch (value.type()) {
    case dom::element_type::STRING:
      out = std::string_view(value);
      return true;
    case dom::element_type::INT64:
      out = fmt::format("{}", int64_t(value));
      return true;
    case dom::element_type::UINT64:
      out = fmt::format("{}", uint64_t(value));
      return true;
    case dom::element_type::DOUBLE:
      out = fmt::format("{}", double(value));
      return true;
    case dom::element_type::BOOL:
      out = bool(value) ? "true" : "false";
      return true;
    default:
      return false;
  }
}

class JsonLines : public Records {
 public:
  JsonLines(std::filesystem::path path, std::string id_field, std::unique_ptr<LineStream> lines)
      : path_(std::move(path)), id_field_(std::move(id_field)), lines_(std::move(lines)) {}

  Result<bool> Next(Item& item) override {
    do {
      Result<bool> more = lines_->Next(item.bytes);
      if (!more.ok() || !*more) return more;
    } while (item.bytes.find_first_not_of(" \t\r") == std::string::npos);
    item.position = ++last_;
    item.uri = fmt::format("{}#{}", path_.string(), item.position);
    // A record that is no JSON has no id; Parse refuses it.
    dom::element id;
    if (parser_.parse(item.bytes)[id_field_].get(id) == simdjson::SUCCESS) AsText(id, item.id);
    return true;
  }

 private:
  std::filesystem::path path_;
  std::string id_field_;
  std::unique_ptr<LineStream> lines_;
  dom::parser parser_;
  std::uint64_t last_ = 0;
};

std::string_view TypeName(dom::element value) {
  switch (value.type()) {
    case dom::element_type::ARRAY:
      return "a list";
    case dom::element_type::OBJECT:
      return "an object";
    case dom::element_type::BOOL:
      return "true or false";
    case dom::element_type::NULL_VALUE:
      return "null";
    default:
      return "a number";
  }
}

std::string FieldsOf(dom::object record) {
  std::string names;
  for (const auto& [name, value] : record)
    names += fmt::format("{}'{}'", names.empty() ? "" : ", ", name);
  return names.empty() ? "no fields" : names;
}

Status NoText(dom::object record, std::string_view field) {
  dom::element given;
  if (record[field].get(given) == simdjson::SUCCESS) {
    return BadInput(
        fmt::format("'{}' must be a text in quotes, and is {}", field, TypeName(given)));
  }
  return BadInput(fmt::format("the record has no '{}'; it has {}", field, FieldsOf(record)));
}

bool Has(dom::object record, std::string_view field) {
  dom::element value;
  dom::object nested;
  return record[field].get(value) == simdjson::SUCCESS ||
         (record["metadata"].get(nested) == simdjson::SUCCESS &&
          nested[field].get(value) == simdjson::SUCCESS);
}

// A field that the pipeline names and the data does not have is most likely misspelt. Records may
// lack a field that others have: one word for each file is enough.
void WarnOfMissing(const ReadJsonl::Params& params, dom::object record, Context& context) {
  std::vector<std::string> missing;
  dom::element id;
  if (params.id != ReadJsonl::Params().id && record[params.id].get(id) != simdjson::SUCCESS)
    missing.push_back(fmt::format("'{}', which 'id' names", params.id));
  for (const std::string& field : params.metadata) {
    if (!Has(record, field)) missing.push_back(fmt::format("'{}', which 'metadata' names", field));
  }
  for (const std::string& field : missing)
    context.Warn(
        fmt::format("the first record of the file has no {}; it has {}", field, FieldsOf(record)));
}

void AddMetadata(std::string_view name, dom::element value, Document& document) {
  std::string text;
  if (AsText(value, text)) document.SetMetadata(name, text);
}

void SetSource(Document& document) {
  Source source = document.source();
  source.media_type = "application/json";
  source.content = SourceContent::kValue;
  document.set_source(source);
}

}  // namespace

struct ReadJsonl::Parser {
  dom::parser parser;
};

ReadJsonl::ReadJsonl(Params params)
    : params_(std::move(params)), parser_(std::make_unique<Parser>()) {}
ReadJsonl::~ReadJsonl() = default;

void ReadJsonl::Declare(ParamSpec<Params>& spec) {
  Params::DeclarePaths(spec);
  spec.Field("text", &Params::text, "Field that holds the document's text.");
  spec.Field("id", &Params::id, "Field that holds the document's id, where the record has one.");
  spec.Field("metadata", &Params::metadata,
             "Fields to keep as metadata, of the record or of an object 'metadata' in it; none "
             "named: all that are "
             "strings, numbers or booleans.")
      .Metadata();
}

Result<std::unique_ptr<Records>> ReadJsonl::Split(const std::filesystem::path& path) {
  Result<std::unique_ptr<LineStream>> lines = LineStream::Open(path);
  if (!lines.ok()) return std::move(lines).status();
  return std::unique_ptr<Records>(std::make_unique<JsonLines>(path, params_.id, *std::move(lines)));
}

Status ReadJsonl::Parse(const Item& item, Document& document, Context& context) {
  dom::element root;
  if (const auto error = parser_->parser.parse(item.bytes).get(root)) {
    return BadInput(fmt::format("record {} is not valid JSON: {}", item.position,
                                simdjson::error_message(error)));
  }
  dom::object record;
  if (root.get(record))
    return BadInput(fmt::format("record {} is not a JSON object", item.position));
  std::string_view text;
  if (record[params_.text].get(text)) return NoText(record, params_.text);

  if (item.position == 1) WarnOfMissing(params_, record, context);
  SetSource(document);
  const auto wanted = [&](std::string_view name) {
    const auto& names = params_.metadata;
    return names.empty() ? name != params_.text && name != params_.id
                         : std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const auto& [name, value] : record) {
    if (wanted(name)) AddMetadata(name, value, document);
  }
  dom::object nested;
  if (!record["metadata"].get(nested)) {
    for (const auto& [name, value] : nested) {
      if (wanted(name)) AddMetadata(name, value, document);
    }
  }
  return document.SetText(std::string(text));
}

}  // namespace koppel::read_text
