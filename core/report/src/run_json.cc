#include "koppel/report/run_json.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "koppel/io.h"
#include "koppel/json/json_writer.h"

namespace koppel {
namespace {

// To the microsecond: what is beyond is noise.
double Microseconds(double seconds) { return std::round(seconds * 1e6) / 1e6; }

void AddCounts(Json& json, const RunReport& report) {
  json.Object("counts", [&] {
    json.Field("read", report.read);
    json.Field("output", report.output);
    json.Field("filtered", report.filtered);
    json.Field("quarantined", report.quarantined);
    json.Field("balanced", report.balanced());
    json.Field("bytes", report.bytes);
    json.Field("reused", report.reused);
  });
  json.Object("time", [&] {
    json.Field("seconds", Microseconds(report.seconds));
    json.Field("opening_seconds", Microseconds(report.opening_seconds));
    json.Field("passes", report.passes);
    json.Field("threads", report.threads);
  });
}

void AddStepReports(Json& json, const RunReport& report) {
  json.Objects("steps", report.steps, [&](const StepReport& step) {
    json.Field("id", step.id);
    json.Field("component", step.component);
    json.Field("documents", step.documents);
    json.Field("reused", step.reused);
    json.Field("passed_over", step.passed_over);
    json.Field("filtered", step.filtered);
    json.Field("quarantined", step.quarantined);
    json.Field("skipped_errors", step.skipped_errors);
    json.Field("warnings", step.warnings);
    json.Field("seconds", Microseconds(step.seconds));
  });
}

void AddLimits(Json& json, const char* key, const Limits& limits) {
  if (limits.seconds <= 0 && limits.megabytes <= 0) return;
  json.Object(key, [&] {
    json.Field("seconds", limits.seconds);
    json.Field("megabytes", limits.megabytes);
  });
}

void AddResolvedStep(Json& json, const Step& step) {
  json.Object([&] {
    json.Field("id", step.id);
    json.Field("use", step.component->id);
    json.Field("plugin", step.component->plugin->name);
    json.Field("with", step.params);
    if (!step.when.empty()) {
      json.Object("when", [&] {
        if (step.when.language) json.Field("language", *step.when.language);
        for (const auto& [key, value] : step.when.metadata) json.Field("metadata." + key, value);
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
    json.Field("max_error_rate", pipeline.max_error_rate);
    json.Field("max_error_rate_after", pipeline.max_error_rate_after);
    AddLimits(json, "document_limits", pipeline.document_limits);
    json.Field("order", Name(pipeline.order));
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
  json.Objects("plugins", used, [&](const PluginInfo* plugin) {
    json.Field("name", plugin->name);
    json.Field("version", plugin->version);
    json.Field("licence", plugin->licence);
    json.Field("library", plugin->library.string());
    json.Field("sha256", plugin->sha256);
  });
}

void AddOrigins(Json& json, const RunReport& report, const RunFacts& facts) {
  json.Objects("resources", report.resources, [&](const Resource& resource) {
    json.Field("path", resource.path);
    if (resource.sha256.empty()) {
      json.Field("absent", true);
    } else {
      json.Field("sha256", resource.sha256);
    }
    json.Field("steps", resource.steps);
  });
  json.Field("program", facts.program);
  json.Field("versions", facts.versions);
}

void AddCasualties(Json& json, const char* key, const std::vector<Casualty>& list, bool with_kind) {
  json.Objects(key, list, [&](const Casualty& casualty) {
    json.Field("document", casualty.document);
    json.Field("uri", casualty.uri);
    json.Field("step", casualty.step);
    if (with_kind) json.Field("kind", Name(casualty.kind));
    json.Field("reason", casualty.reason);
  });
}

void AddInvocation(Json& json, const RunFacts& facts) {
  json.Object("invocation", [&] {
    json.Field("id", facts.invocation);
    json.Field("started", facts.started);
    json.Field("finished", facts.finished);
    json.Array("arguments", facts.arguments,
               [&](const std::string& argument) { json.Value(ValidName(argument)); });
    json.Field("folder", ValidName(facts.folder));
    if (!facts.lock.empty()) json.Field("lock", facts.lock);
  });
}

void AddList(Json& json, const char* key, const char* file, const ListFacts& facts) {
  json.Object(key, [&] {
    json.Field("list", file);
    json.Field("sha256", facts.sha256);
    json.Field("files", facts.files);
    json.Field("bytes", facts.bytes);
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
  json.Object([&] {
    json.Field("outcome", Outcome(report));
    if (!report.failure.ok()) json.Field("failure", report.failure.ToString());
    json.Field("digest", facts.digest);
    AddInvocation(json, facts);
    AddCounts(json, report);
    AddStepReports(json, report);
    AddCasualties(json, "quarantined", report.quarantine, true);
    AddCasualties(json, "filtered", report.filter, false);
    json.Field("notes", report.notes);
    json.Field("warnings", report.warnings);
    json.Field("ignored", report.ignored);
    AddList(json, "inputs", kInputList, facts.inputs);
    AddList(json, "outputs", kOutputList, facts.outputs);
    json.Field("given", report.given);
    AddPipeline(json, pipeline, facts);
    AddPlugins(json, pipeline);
    AddOrigins(json, report, facts);
  });
  return WriteFile(out / "run.json", json.Line());
}

}  // namespace koppel
