#include <rapidjson/document.h>

#include <set>

#include "koppel/json/json_writer.h"
#include "koppel/pipeline/json_schema.h"
#include "koppel/registry/describe.h"
#include "step_reader.h"

namespace koppel {
namespace internal {
namespace {

using rapidjson::Value;

// What does not depend on the installed components. `use` and `allOf` of the three kinds of entries
// are added.
constexpr char kFrame[] = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Koppel pipeline",
  "description": "What documents come from, what is done to them, and what they go to.",
  "type": "object",
  "required": ["koppel", "read", "write"],
  "additionalProperties": false,
  "properties": {
    "koppel": {"description": "Version of this format.", "const": 1},
    "name": {
      "description": "Shown in reports; the file's name unless given.",
      "type": "string",
      "pattern": "^[^\\n]+$"
    },
    "read": {
      "description": "One reader, or a list of them.",
      "if": {"type": "array"},
      "then": {"minItems": 1, "items": {"$ref": "#/$defs/reader"}},
      "else": {"$ref": "#/$defs/reader"}
    },
    "order": {
      "description": "In which order files are read and written: path by their bytes, natural with numbers by value, given as --input or paths name them.",
      "enum": ["path", "natural", "given"],
      "default": "path"
    },
    "steps": {
      "description": "What is done to each document, in order.",
      "type": "array",
      "items": {"$ref": "#/$defs/step"}
    },
    "write": {
      "description": "One writer, or a list of them.",
      "if": {"type": "array"},
      "then": {"minItems": 1, "items": {"$ref": "#/$defs/writer"}},
      "else": {"$ref": "#/$defs/writer"}
    },
    "on_error": {
      "description": "What happens to a document on which a step fails; steps may differ.",
      "if": {"type": "object"},
      "then": {
        "additionalProperties": false,
        "properties": {
          "action": {"$ref": "#/$defs/on_error"},
          "max_rate": {
            "description": "Largest part of the documents that may be quarantined, or have a step skipped, before the run stops.",
            "type": "number",
            "minimum": 0,
            "maximum": 1,
            "default": 1
          },
          "after": {
            "description": "Number of documents before max_rate counts.",
            "type": "integer",
            "minimum": 0,
            "default": 20
          }
        }
      },
      "else": {"$ref": "#/$defs/on_error"}
    },
    "limits": {
      "description": "What one document may cost before it is quarantined.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "step": {"$ref": "#/$defs/limits"},
        "document": {"$ref": "#/$defs/limits"}
      }
    }
  },
  "$defs": {
    "reader": {
      "type": "object",
      "required": ["use"],
      "additionalProperties": false,
      "properties": {
        "use": {},
        "id": {"$ref": "#/$defs/id"},
        "with": {"$ref": "#/$defs/with"},
        "on_error": {"$ref": "#/$defs/on_error"},
        "limits": {"$ref": "#/$defs/limits"}
      }
    },
    "step": {
      "type": "object",
      "required": ["use"],
      "additionalProperties": false,
      "properties": {
        "use": {},
        "id": {"$ref": "#/$defs/id"},
        "with": {"$ref": "#/$defs/with"},
        "when": {"$ref": "#/$defs/when"},
        "on_error": {"$ref": "#/$defs/on_error"},
        "limits": {"$ref": "#/$defs/limits"}
      }
    },
    "writer": {
      "type": "object",
      "required": ["use"],
      "additionalProperties": false,
      "properties": {
        "use": {},
        "id": {"$ref": "#/$defs/id"},
        "with": {"$ref": "#/$defs/with"}
      }
    },
    "id": {
      "description": "Name of the step in reports and --set; its component unless given.",
      "type": "string",
      "pattern": "^[A-Za-z0-9_][A-Za-z0-9_.-]*$"
    },
    "limits": {
      "description": "0 is as much as it takes.",
      "type": "object",
      "additionalProperties": false,
      "properties": {
        "seconds": {"description": "Time for one document.", "type": "number", "minimum": 0},
        "megabytes": {
          "description": "Memory held for one document, in 10^6 bytes.",
          "type": "integer",
          "minimum": 0
        }
      }
    },
    "with": {"description": "Parameters of the component.", "type": "object"},
    "when": {
      "description": "The step runs only on documents for which all of this holds.",
      "type": "object",
      "minProperties": 1,
      "additionalProperties": false,
      "properties": {
        "language": {
          "description": "Language of the document; nl holds for nl-BE too.",
          "type": "string",
          "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$"
        },
        "metadata": {
          "description": "Values that the document's metadata must have.",
          "type": "object",
          "minProperties": 1,
          "additionalProperties": {"type": ["string", "number", "boolean"]}
        }
      }
    },
    "on_error": {
      "description": "fail stops the run, skip goes on without the step, quarantine sets the document aside.",
      "enum": ["fail", "skip", "quarantine"],
      "default": "quarantine"
    }
  }
})json";

class SchemaBuilder {
 public:
  explicit SchemaBuilder(const Registry& registry) : registry_(registry) { schema_.Parse(kFrame); }

  std::string Build() {
    AddNames();
    AddComponents("reader", Section::kRead);
    AddComponents("step", Section::kSteps);
    AddComponents("writer", Section::kWrite);
    Json json;
    json.Value(schema_);
    return json.Line();
  }

 private:
  // What parameters may name: see ParamSpec.
  void AddNames() {
    std::set<std::string> features;
    Value layers(rapidjson::kArrayType);
    for (const LayerDescription& layer : registry_.KnownLayers()) {
      layers.PushBack(Text(layer.name), memory());
      for (const FeatureDescription& feature : layer.features) features.insert(feature.name);
    }
    Value names(rapidjson::kArrayType);
    for (const std::string& feature : features) names.PushBack(Text(feature), memory());
    schema_["$defs"].AddMember("layer", Object("enum", std::move(layers)), memory());
    schema_["$defs"].AddMember("feature", Object("enum", std::move(names)), memory());
  }

  // The elements of parameters that name layers or columns; `params` is the schema of all.
  void LimitNames(const ComponentInfo& component, Value& params) {
    for (const ParamInfo& info : component.params) {
      if (info.names == NameKind::kAny || info.names == NameKind::kMetadata) continue;
      Value& param = params["properties"][Text(info.name)];
      if (info.names == NameKind::kLayers) {
        param["items"].AddMember("$ref", "#/$defs/layer", memory());
        param.AddMember("uniqueItems", true, memory());
      } else {
        param["items"].AddMember("anyOf", ColumnForms(info), memory());
      }
    }
  }

  // A schema can't tell which layers stand beside a column, nor look up what follows a header.
  Value ColumnForms(const ParamInfo& info) {
    Value names(rapidjson::kArrayType);
    for (const std::string& column : info.columns) names.PushBack(Text(column), memory());
    Value forms(rapidjson::kArrayType);
    forms.PushBack(Object("enum", std::move(names)), memory());
    forms.PushBack(Object("$ref", Text("#/$defs/feature")), memory());
    forms.PushBack(Object("pattern", Text("^[^=]+=.")), memory());
    return forms;
  }

  void AddComponents(const char* entry, Section section) {
    Value names(rapidjson::kArrayType), rules(rapidjson::kArrayType);
    for (const ComponentInfo* component : registry_.components()) {
      if (SectionOf(component->role) != section) continue;
      names.PushBack(NameOf(*component), memory());
      rules.PushBack(RuleOf(*component), memory());
      rapidjson::Document params(&memory());
      params.Parse(ParamsSchema(*component).c_str());
      LimitNames(*component, params);
      schema_["$defs"].AddMember(Text(component->id), params, memory());
    }
    Value& schema = schema_["$defs"][entry];
    Value& use = schema["properties"]["use"];
    use.AddMember("description", "The component that it runs.", memory());
    // A list of choices must not be empty.
    if (names.Empty()) {
      use.AddMember("not", Value(rapidjson::kObjectType), memory());
      return;
    }
    use.AddMember("oneOf", names, memory());
    schema.AddMember("allOf", rules, memory());
  }

  // One choice of `use`, which editors offer with its help.
  Value NameOf(const ComponentInfo& component) {
    Value name = Object("const", Text(component.id));
    name.AddMember("description", Text(component.help), memory());
    return name;
  }

  // Which parameters go with a choice of `use`.
  Value RuleOf(const ComponentInfo& component) {
    Value used = Object("properties", Object("use", Object("const", Text(component.id))));
    used.AddMember("required", List("use"), memory());
    Value params = Object("$ref", Text("#/$defs/" + component.id));
    Value then = Object("properties", Object("with", std::move(params)));
    if (HasRequired(component)) then.AddMember("required", List("with"), memory());
    Value rule = Object("if", std::move(used));
    rule.AddMember("then", then, memory());
    return rule;
  }

  static bool HasRequired(const ComponentInfo& component) {
    for (const ParamInfo& info : component.params) {
      if (info.required) return true;
    }
    return false;
  }

  Value Object(rapidjson::Value::StringRefType key, Value value) {
    Value object(rapidjson::kObjectType);
    object.AddMember(key, value, memory());
    return object;
  }

  Value List(rapidjson::Value::StringRefType item) {
    Value list(rapidjson::kArrayType);
    list.PushBack(item, memory());
    return list;
  }

  Value Text(std::string_view text) {
    return {text.data(), static_cast<rapidjson::SizeType>(text.size()), memory()};
  }

  rapidjson::Document::AllocatorType& memory() { return schema_.GetAllocator(); }

  const Registry& registry_;
  rapidjson::Document schema_;
};

}  // namespace
}  // namespace internal

std::string PipelineSchema(const Registry& registry) {
  return internal::SchemaBuilder(registry).Build();
}

}  // namespace koppel
