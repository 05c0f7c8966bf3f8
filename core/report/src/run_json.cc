#include "koppel/report/run_json.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "koppel/io.h"

namespace koppel {
namespace {

using Buffer = rapidjson::StringBuffer;

class Json {
 public:
  Json() : writer_(buffer_) { writer_.SetIndent(' ', 2); }

  template <class Body>
  void Object(const char* key, Body body) {
    if (key) writer_.Key(key);
    writer_.StartObject();
    body();
    writer_.EndObject();
  }
  template <class List, class Body>
  void Array(const char* key, const List& list, Body body) {
    writer_.Key(key);
    writer_.StartArray();
    for (const auto& item : list) body(item);
    writer_.EndArray();
  }
  void Field(const char* key, std::string_view value) {
    writer_.Key(key);
    String(value);
  }
  void Number(const char* key, std::uint64_t value) { writer_.Key(key), writer_.Uint64(value); }
  void Float(const char* key, double value) { writer_.Key(key), writer_.Double(value); }
  // To the microsecond: what is beyond is noise.
  void Seconds(const char* key, double value) { Float(key, std::round(value * 1e6) / 1e6); }
  void Bool(const char* key, bool value) { writer_.Key(key), writer_.Bool(value); }
  void String(std::string_view value) {
    writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
  void Value(const std::string& key, const ParamValue& value) {
    writer_.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
    std::visit([this](const auto& v) { Put(v); }, value);
  }
  std::string Text() const { return std::string(buffer_.GetString(), buffer_.GetSize()) + "\n"; }

 private:
  void Put(bool v) { writer_.Bool(v); }
  void Put(std::int64_t v) { writer_.Int64(v); }
  void Put(double v) { writer_.Double(v); }
  void Put(const std::string& v) { String(v); }
  void Put(const std::vector<std::string>& v) {
    writer_.StartArray();
    for (const std::string& item : v) String(item);
    writer_.EndArray();
  }

  Buffer buffer_;
  rapidjson::PrettyWriter<Buffer> writer_;
};

void AddCounts(Json& json, const RunReport& report) {
  json.Object("counts", [&] {
    json.Number("read", report.read);
    json.Number("output", report.output);
    json.Number("filtered", report.filtered);
    json.Number("quarantined", report.quarantined);
    json.Bool("balanced", report.balanced());
    json.Number("bytes", report.bytes);
    json.Number("reused", report.reused);
  });
  json.Object("time", [&] {
    json.Seconds("seconds", report.seconds);
    json.Seconds("opening_seconds", report.opening_seconds);
    json.Number("passes", static_cast<std::uint64_t>(report.passes));
    json.Number("threads", static_cast<std::uint64_t>(report.threads));
  });
}

void AddStepReports(Json& json, const RunReport& report) {
  json.Array("steps", report.steps, [&](const StepReport& step) {
    json.Object(nullptr, [&] {
      json.Field("id", step.id);
      json.Field("component", step.component);
      json.Number("documents", step.documents);
      json.Number("reused", step.reused);
      json.Number("passed_over", step.passed_over);
      json.Number("filtered", step.filtered);
      json.Number("quarantined", step.quarantined);
      json.Number("skipped_errors", step.skipped_errors);
      json.Number("warnings", step.warnings);
      json.Seconds("seconds", step.seconds);
    });
  });
}

void AddLimits(Json& json, const char* key, const Limits& limits) {
  if (limits.seconds <= 0 && limits.megabytes <= 0) return;
  json.Object(key, [&] {
    json.Float("seconds", limits.seconds);
    json.Number("megabytes", static_cast<std::uint64_t>(limits.megabytes));
  });
}

void AddResolvedStep(Json& json, const Step& step) {
  json.Object(nullptr, [&] {
    json.Field("id", step.id);
    json.Field("use", step.component->id);
    json.Field("plugin", step.component->plugin->name);
    json.Object("with", [&] {
      for (const auto& [name, value] : step.params) json.Value(name, value);
    });
    if (!step.when.empty()) {
      json.Object("when", [&] {
        if (step.when.language) json.Field("language", *step.when.language);
        for (const auto& [key, value] : step.when.metadata)
          json.Value("metadata." + key, ParamValue(value));
      });
    }
    json.Field("on_error", Name(step.on_error));
    AddLimits(json, "limits", step.limits);
  });
}

void AddPipeline(Json& json, const Pipeline& pipeline, const RunFacts& facts) {
  json.Object("pipeline", [&] {
    json.Field("name", pipeline.name);
    json.Field("file", pipeline.file.string());
    json.Field("copy", kPipelineCopy);
    json.Field("sha256", facts.pipeline_sha256);
    json.Float("max_error_rate", pipeline.max_error_rate);
    json.Number("max_error_rate_after", static_cast<std::uint64_t>(pipeline.max_error_rate_after));
    AddLimits(json, "document_limits", pipeline.document_limits);
    json.Array("read", pipeline.readers, [&](const Step& step) { AddResolvedStep(json, step); });
    json.Array("steps", pipeline.steps, [&](const Step& step) { AddResolvedStep(json, step); });
    json.Array("write", pipeline.writers, [&](const Step& step) { AddResolvedStep(json, step); });
  });
}

void AddPlugins(Json& json, const Pipeline& pipeline) {
  std::vector<const PluginInfo*> used;
  for (const auto* steps : {&pipeline.readers, &pipeline.steps, &pipeline.writers}) {
    for (const Step& step : *steps) {
      if (std::find(used.begin(), used.end(), step.component->plugin) == used.end())
        used.push_back(step.component->plugin);
    }
  }
  json.Array("plugins", used, [&](const PluginInfo* plugin) {
    json.Object(nullptr, [&] {
      json.Field("name", plugin->name);
      json.Field("version", plugin->version);
      json.Field("licence", plugin->licence);
      json.Field("library", plugin->library.string());
      json.Field("sha256", plugin->sha256);
    });
  });
}

void AddOrigins(Json& json, const RunReport& report, const RunFacts& facts) {
  json.Array("resources", report.resources, [&](const Resource& resource) {
    json.Object(nullptr, [&] {
      json.Field("path", resource.path);
      if (resource.sha256.empty()) {
        json.Bool("absent", true);
      } else {
        json.Field("sha256", resource.sha256);
      }
      json.Array("steps", resource.steps, [&](const std::string& step) { json.String(step); });
    });
  });
  json.Object("program", [&] {
    for (const auto& [name, sha256] : facts.program) json.Field(name.c_str(), sha256);
  });
  json.Object("versions", [&] {
    for (const auto& [name, version] : facts.versions) json.Field(name.c_str(), version);
  });
}

void AddCasualties(Json& json, const char* key, const std::vector<Casualty>& list, bool with_kind) {
  json.Array(key, list, [&](const Casualty& casualty) {
    json.Object(nullptr, [&] {
      json.Field("document", casualty.document);
      json.Field("uri", casualty.uri);
      json.Field("step", casualty.step);
      if (with_kind) json.Field("kind", Name(casualty.kind));
      json.Field("reason", casualty.reason);
    });
  });
}

void AddInvocation(Json& json, const RunFacts& facts) {
  json.Object("invocation", [&] {
    json.Field("id", facts.invocation);
    json.Field("started", facts.started);
    json.Field("finished", facts.finished);
    json.Array("arguments", facts.arguments,
               [&](const std::string& argument) { json.String(ValidName(argument)); });
    json.Field("folder", ValidName(facts.folder));
    if (!facts.lock.empty()) json.Field("lock", facts.lock);
  });
}

void AddList(Json& json, const char* key, const char* file, const ListFacts& facts) {
  json.Object(key, [&] {
    json.Field("list", file);
    json.Field("sha256", facts.sha256);
    json.Number("files", facts.files);
    json.Number("bytes", facts.bytes);
  });
}

std::string_view Outcome(const RunReport& report) {
  if (report.cancelled) return "cancelled";
  return report.failure.ok() ? "complete" : "failed";
}

}  // namespace

Status WriteRunJson(const Pipeline& pipeline, const RunReport& report, const RunFacts& facts,
                    const std::filesystem::path& out) {
  Json json;
  json.Object(nullptr, [&] {
    json.Field("outcome", Outcome(report));
    if (!report.failure.ok()) json.Field("failure", report.failure.ToString());
    json.Field("digest", facts.digest);
    AddInvocation(json, facts);
    AddCounts(json, report);
    AddStepReports(json, report);
    AddCasualties(json, "quarantined", report.quarantine, true);
    AddCasualties(json, "filtered", report.filter, false);
    json.Array("notes", report.notes, [&](const std::string& note) { json.String(note); });
    json.Array("warnings", report.warnings,
               [&](const std::string& warning) { json.String(warning); });
    json.Array("ignored", report.ignored, [&](const std::string& path) { json.String(path); });
    AddList(json, "inputs", kInputList, facts.inputs);
    AddList(json, "outputs", kOutputList, facts.outputs);
    json.Array("given", report.given, [&](const std::string& path) { json.String(path); });
    AddPipeline(json, pipeline, facts);
    AddPlugins(json, pipeline);
    AddOrigins(json, report, facts);
  });
  Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(out / "run.json");
  if (!file.ok()) return std::move(file).status();
  KOPPEL_RETURN_IF_ERROR((*file)->Write(json.Text()));
  return (*file)->Commit();
}

std::string JsonString(std::string_view text) {
  Buffer buffer;
  rapidjson::Writer<Buffer> writer(buffer);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace koppel
