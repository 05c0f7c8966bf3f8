#include "koppel/diff/recorded_run.h"

#include <string_view>

#include "koppel/io.h"
#include "koppel/json/json_reader.h"
#include "koppel/json/json_writer.h"

namespace koppel {
namespace {

using Value = rapidjson::Value;
using Allocator = rapidjson::MemoryPoolAllocator<>;

// As pipeline files have it: {"language": "nl", "metadata": {"genre": "news"}}.
Value Condition(const Value& recorded, Allocator& memory) {
  constexpr std::string_view kMetadata = "metadata.";
  Value when(rapidjson::kObjectType), metadata(rapidjson::kObjectType);
  for (const auto& [key, value] : recorded.GetObject()) {
    const std::string_view name(key.GetString(), key.GetStringLength());
    const bool of_metadata = name.starts_with(kMetadata);
    const std::string_view shown = of_metadata ? name.substr(kMetadata.size()) : name;
    (of_metadata ? metadata : when)
        .AddMember(Value(shown.data(), static_cast<rapidjson::SizeType>(shown.size()), memory),
                   Value(value, memory), memory);
  }
  if (!metadata.ObjectEmpty()) when.AddMember("metadata", metadata, memory);
  return when;
}

Value Section(const Value& recorded, bool writers, Allocator& memory) {
  Value steps(rapidjson::kArrayType);
  for (const Value& from : recorded.GetArray()) {
    Value step(rapidjson::kObjectType);
    for (const auto& [key, value] : from.GetObject()) {
      const std::string_view name(key.GetString(), key.GetStringLength());
      if (name == "plugin" || (writers && name == "on_error")) continue;
      Value copy = name == "when" ? Condition(value, memory) : Value(value, memory);
      step.AddMember(Value(key, memory), copy, memory);
    }
    steps.PushBack(step, memory);
  }
  return steps;
}

bool Complete(const Value& pipeline) {
  const auto is_list = [&](const char* key) {
    const auto at = pipeline.FindMember(key);
    if (at == pipeline.MemberEnd() || !at->value.IsArray()) return false;
    for (const Value& step : at->value.GetArray()) {
      if (!step.IsObject()) return false;
      const auto when = step.FindMember("when");
      if (when != step.MemberEnd() && !when->value.IsObject()) return false;
    }
    return true;
  };
  const auto rate = pipeline.FindMember("max_error_rate");
  const auto after = pipeline.FindMember("max_error_rate_after");
  return is_list("read") && is_list("steps") && is_list("write") && rate != pipeline.MemberEnd() &&
         rate->value.IsNumber() && after != pipeline.MemberEnd() && after->value.IsUint64();
}

// JSON is YAML, too.
std::string PipelineText(const Value& pipeline) {
  rapidjson::Document file(rapidjson::kObjectType);
  Allocator& memory = file.GetAllocator();
  file.AddMember("koppel", 1, memory);
  file.AddMember("name", Value(pipeline["name"], memory), memory);
  if (const auto order = pipeline.FindMember("order"); order != pipeline.MemberEnd())
    file.AddMember("order", Value(order->value, memory), memory);
  file.AddMember("read", Section(pipeline["read"], false, memory), memory);
  file.AddMember("steps", Section(pipeline["steps"], false, memory), memory);
  file.AddMember("write", Section(pipeline["write"], true, memory), memory);
  Value policy(rapidjson::kObjectType);
  policy.AddMember("max_rate", Value(pipeline["max_error_rate"], memory), memory);
  policy.AddMember("after", Value(pipeline["max_error_rate_after"], memory), memory);
  file.AddMember("on_error", policy, memory);
  if (const auto limits = pipeline.FindMember("document_limits"); limits != pipeline.MemberEnd()) {
    Value all(rapidjson::kObjectType);
    all.AddMember("document", Value(limits->value, memory), memory);
    file.AddMember("limits", all, memory);
  }
  return JsonOf(file);
}

}  // namespace

Result<RecordedRun> ReadRecordedRun(const std::filesystem::path& out) {
  const std::filesystem::path path = out / "run.json";
  Result<std::string> bytes = ReadFile(path);
  if (!bytes.ok()) return std::move(bytes).status();
  const rapidjson::Document root = ParseJson(*bytes);
  if (!root.IsObject()) return BadInput(path.string() + " is no JSON object");
  const auto pipeline = root.FindMember("pipeline"), given = root.FindMember("given");
  const bool complete = pipeline != root.MemberEnd() && pipeline->value.IsObject() &&
                        pipeline->value.HasMember("name") && Complete(pipeline->value) &&
                        given != root.MemberEnd() && given->value.IsArray();
  if (!complete) {
    return BadInput(path.string() +
                    " does not record all that a run needs; it is of another release");
  }
  RecordedRun run;
  run.pipeline = PipelineText(pipeline->value);
  run.file = TextAt(pipeline->value, "file");
  run.file_sha256 = TextAt(pipeline->value, "sha256");
  for (const Value& input : given->value.GetArray()) {
    if (input.IsString()) run.inputs.emplace_back(input.GetString(), input.GetStringLength());
  }
  return run;
}

}  // namespace koppel
