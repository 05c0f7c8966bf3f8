#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "condition.h"
#include "fields.h"
#include "koppel/io.h"
#include "koppel/pipeline/pipeline.h"
#include "layer_check.h"
#include "limits_reader.h"
#include "metadata_check.h"
#include "name_check.h"
#include "overrides.h"
#include "problems.h"
#include "step_reader.h"
#include "yaml_tree.h"
#include "yaml_value.h"

namespace koppel {
namespace internal {
namespace {

constexpr std::int64_t kFormat = 1;

class PipelineReader {
 public:
  PipelineReader(Pipeline& pipeline, const Registry& registry, Overrides& overrides,
                 Problems& problems)
      : pipeline_(pipeline),
        registry_(registry),
        overrides_(overrides),
        problems_(problems),
        folder_(pipeline.file.parent_path()),
        steps_(registry, folder_, overrides, problems) {}

  void Read(const YamlNode& root) {
    Fields fields(root, "a pipeline file",
                  {"koppel", "name", "read", "order", "steps", "write", "on_error", "limits"},
                  problems_);
    if (const YamlNode* format = fields.Require("koppel", "the format, 1")) ReadFormat(*format);
    if (const YamlNode* name = fields.Find("name")) ReadName(*name);
    if (const YamlNode* on_error = fields.Find("on_error")) ReadErrorPolicy(*on_error);
    if (const YamlNode* limits = fields.Find("limits")) ReadAllLimits(*limits);
    if (const YamlNode* order = fields.Find("order")) ReadOrder(*order);
    if (const YamlNode* read = fields.Require("read", "what the documents come from")) {
      ReadSection(*read, Section::kRead);
    }
    if (const YamlNode* steps = fields.Find("steps")) ReadSection(*steps, Section::kSteps);
    if (const YamlNode* write = fields.Require("write", "what the documents go to")) {
      ReadSection(*write, Section::kWrite);
    }
    CheckIds();
    CheckErrorRate();
    CheckNames(drafts_, registry_.KnownLayers(), problems_);
    CheckLayers(drafts_, registry_, problems_);
    CheckMetadata(drafts_, registry_, problems_);
    for (StepDraft& draft : drafts_) Store(std::move(draft.step));
  }

 private:
  void ReadFormat(const YamlNode& node) {
    const bool scalar = node.kind == YamlNode::Kind::kScalar;
    const Scalar format = scalar ? ReadScalar(node) : Scalar{};
    if (format.type == ScalarType::kInt && format.whole == kFormat) return;
    problems_.Add(node.location, fmt::format("'koppel' must be {}, the format that this program "
                                             "reads; got {}",
                                             kFormat, Show(node)));
  }

  void ReadName(const YamlNode& node) {
    const std::optional<std::string> name = ReadText(node, "'name'", problems_);
    if (name && !name->empty() && name->find('\n') == name->npos) pipeline_.name = *name;
    if (name && pipeline_.name != *name) {
      problems_.Add(node.location, "'name' must be one line of text");
    }
  }

  void ReadOrder(const YamlNode& node) {
    std::vector<std::string_view> names;
    for (const InputOrder order : {InputOrder::kPath, InputOrder::kNatural, InputOrder::kGiven}) {
      names.push_back(Name(order));
      if (node.kind != YamlNode::Kind::kScalar || node.text != names.back()) continue;
      pipeline_.order = order;
      return;
    }
    problems_.Add(node.location, fmt::format("'order' must be {}; got {}{}", Alternatives(names),
                                             Show(node), DidYouMean(node.text, names)));
  }

  void ReadErrorPolicy(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::kMap) {
      defaults_.on_error = ReadOnError(node, problems_).value_or(defaults_.on_error);
      return;
    }
    const Fields fields(node, "'on_error'", {"action", "max_rate", "after"}, problems_);
    if (const YamlNode* action = fields.Find("action")) {
      defaults_.on_error = ReadOnError(*action, problems_).value_or(defaults_.on_error);
    }
    rate_ = fields.Find("max_rate");
    if (const YamlNode* rate = rate_) {
      const ParamInfo info{"max_rate", "", 1.0, 0.0, 1.0};
      const auto value = ReadParam("'on_error'", info, *rate, problems_);
      if (value) pipeline_.max_error_rate = std::get<double>(*value);
    }
    if (const YamlNode* after = fields.Find("after")) {
      const ParamInfo info{"after", "", std::int64_t{20}, 0.0};
      const auto value = ReadParam("'on_error'", info, *after, problems_);
      if (value) pipeline_.max_error_rate_after = std::get<std::int64_t>(*value);
      if (rate_ == nullptr) {
        problems_.Add(after->location, "'after' has no effect without 'max_rate'");
      }
    }
  }

  void ReadAllLimits(const YamlNode& node) {
    const Fields fields(node, "'limits'", {"step", "document"}, problems_);
    if (const YamlNode* step = fields.Find("step"))
      defaults_.limits = ReadLimits(*step, {}, problems_);
    if (const YamlNode* document = fields.Find("document"))
      pipeline_.document_limits = ReadLimits(*document, {}, problems_);
  }

  // A rate of errors, where the first of them stops the run.
  void CheckErrorRate() {
    const auto goes_on = [](const StepDraft& draft) {
      return draft.section != Section::kWrite && draft.step.on_error != OnError::kFail;
    };
    if (rate_ == nullptr || std::any_of(drafts_.begin(), drafts_.end(), goes_on)) return;
    problems_.Add(rate_->location,
                  "'max_rate' has no effect where every step fails at the first error; set the "
                  "action to quarantine or skip");
  }

  // A list, or a map for one entry; `steps` may be an empty list.
  void ReadSection(const YamlNode& node, Section section) {
    if (node.kind == YamlNode::Kind::kMap && section != Section::kSteps) {
      drafts_.push_back(steps_.Read(node, section, defaults_));
      return;
    }
    if (node.kind != YamlNode::Kind::kList || (node.items.empty() && section != Section::kSteps)) {
      const bool one = section != Section::kSteps;
      problems_.Add(node.location,
                    fmt::format("'{}' must be {}a list of them, each with 'use'; got {}",
                                Name(section), one ? "a map with 'use' or " : "",
                                node.items.empty() ? Show(node) : "an empty list"));
      return;
    }
    for (const YamlNode* item : node.items) {
      drafts_.push_back(steps_.Read(*item, section, defaults_));
    }
  }

  void CheckIds() {
    std::map<std::string_view, int> lines;
    std::vector<std::string_view> ids;
    for (const StepDraft& draft : drafts_) {
      const std::string& id = draft.step.id;
      if (id.empty()) continue;
      ids.push_back(id);
      if (draft.step.component == nullptr) continue;
      const auto [first, is_new] = lines.emplace(id, draft.id.line);
      if (is_new) continue;
      problems_.Add(draft.id, fmt::format("two steps are called '{}', the other on line {}; "
                                          "give one of them another 'id'",
                                          id, first->second));
    }
    overrides_.ReportUnused(ids, problems_);
  }

  void Store(Step step) {
    if (step.component == nullptr) return;
    switch (SectionOf(step.component->role)) {
      case Section::kRead:
        pipeline_.readers.push_back(std::move(step));
        break;
      case Section::kSteps:
        pipeline_.steps.push_back(std::move(step));
        break;
      case Section::kWrite:
        pipeline_.writers.push_back(std::move(step));
        break;
    }
  }

  Pipeline& pipeline_;
  const Registry& registry_;
  Overrides& overrides_;
  Problems& problems_;
  const std::filesystem::path folder_;
  StepReader steps_;
  StepDefaults defaults_;
  const YamlNode* rate_ = nullptr;
  std::vector<StepDraft> drafts_;
};

// Nothing but a file: a pipe might never end.
Result<std::string> ReadPipelineFile(const std::filesystem::path& file) {
  std::error_code error;
  if (std::filesystem::exists(file, error) && !std::filesystem::is_regular_file(file, error)) {
    return IoError(fmt::format("{} is not a file", file.string()));
  }
  return ReadFile(file, kMaxYamlBytes);
}

}  // namespace
}  // namespace internal

LoadedPipeline LoadPipeline(const std::filesystem::path& file, const Registry& registry,
                            const std::vector<Override>& overrides) {
  LoadedPipeline loaded;
  std::error_code error;
  loaded.pipeline.file = std::filesystem::absolute(file, error).lexically_normal();
  loaded.pipeline.name = file.stem().string();
  internal::Problems problems;
  internal::Overrides settings(overrides, problems);
  Result<std::string> text = internal::ReadPipelineFile(file);
  if (!text.ok()) {
    problems.Add({}, text.status().kind(), text.status().message());
  } else {
    const internal::YamlTree tree = internal::ParseYaml(*text, problems);
    if (tree.root != nullptr) {
      internal::PipelineReader(loaded.pipeline, registry, settings, problems).Read(*tree.root);
    } else if (problems.empty()) {
      problems.Add({1, 1}, ErrorKind::kInvalidPipeline,
                   "the file is empty; a pipeline starts with 'koppel: 1'");
    }
  }
  loaded.problems = std::move(problems).Take();
  return loaded;
}

}  // namespace koppel
