#include <fmt/format.h>

#include <algorithm>

#include "export/crate.h"
#include "export/crate_plan.h"
#include "export/run_account.h"

namespace koppel {
namespace {

using internal::Crate;
using internal::CrateStep;
using internal::JsonNode;
using internal::Ref;
using internal::Refs;
using Members = JsonNode::Members;
using Items = JsonNode::Items;
using Ids = std::vector<std::string>;

constexpr char kRoot[] = "./";
constexpr char kUnknownLicence[] = "#licence/not-stated";

struct Profile {
  const char* id;
  const char* name;
  const char* version;
};
constexpr Profile kProfiles[] = {
    {"https://w3id.org/ro/wfrun/process/0.5", "Process Run Crate", "0.5"},
    {"https://w3id.org/ro/wfrun/workflow/0.5", "Workflow Run Crate", "0.5"},
    {"https://w3id.org/ro/wfrun/provenance/0.5", "Provenance Run Crate", "0.5"},
    {"https://w3id.org/workflowhub/workflow-ro-crate/1.0", "Workflow RO-Crate", "1.0"}};

class CrateMaker {
 public:
  CrateMaker(const RunAccount::Content& content, const CrateAbout& about)
      : content_(content),
        about_(about),
        steps_(internal::StepsOf(content)),
        run_("urn:uuid:" + content.run["invocation"]["id"].text()) {}

  std::string Make() {
    AddDescriptor();
    AddPlan(content_, steps_, crate_);
    AddAgents();
    AddInputs();
    AddOutputs();
    AddRun();
    AddSteps();
    AddEngineRun();
    AddRecords();
    AddRoot();
    return crate_.ToText();
  }

 private:
  void AddDescriptor() {
    crate_.Add("ro-crate-metadata.json", "CreativeWork",
               {{"about", Ref(kRoot)},
                {"conformsTo", Refs({"https://w3id.org/ro/crate/1.1",
                                     "https://w3id.org/workflowhub/workflow-ro-crate/1.0"})}});
    for (const Profile& profile : kProfiles)
      crate_.Add(profile.id, "CreativeWork",
                 {{"name", profile.name}, {"version", profile.version}});
  }

  // "Name <URL>": the URL tells who it is, whatever the name.
  void AddAgents() {
    for (const std::string& agent : about_.agents) {
      const std::size_t open = agent.find(" <");
      const bool has_url = open != std::string::npos && agent.ends_with('>');
      const std::string name = has_url ? agent.substr(0, open) : agent;
      agents_.push_back(has_url ? agent.substr(open + 2, agent.size() - open - 3)
                                : internal::LocalId("agent", name));
      crate_.Add(agents_.back(), "Person", {{"name", name}});
    }
  }

  void AddInputs() {
    for (const ListedFile& input : content_.inputs) {
      if (input.sha256.empty()) continue;
      inputs_.push_back(crate_.AddOutside(input.path, input.sha256, input.size,
                                          "Input of the run, which is not in the crate",
                                          internal::kInputSlot));
    }
  }

  // The writer whose parameters name the file or a folder above it; null if there is none.
  const CrateStep* WriterOf(const std::string& path) const {
    for (const CrateStep& step : steps_) {
      if (step.role != CrateStep::Role::kWriter) continue;
      for (const auto& [name, value] : (*step.step)["with"].members()) {
        const std::string& named = value.text();
        if (!named.empty() && (path == named || path.starts_with(named + "/"))) return &step;
      }
    }
    return nullptr;
  }

  bool IsRecord(const ListedFile& file) const {
    return std::any_of(content_.records.begin(), content_.records.end(),
                       [&](const ListedFile& record) { return record.path == file.path; });
  }

  void AddOutputs() {
    for (const ListedFile& output : content_.outputs) {
      if (IsRecord(output)) continue;
      const CrateStep* writer = WriterOf(output.path);
      Members members = {{"name", output.path}};
      if (writer) members.emplace_back("exampleOfWork", Ref(OutputSlot(*writer)));
      outputs_.push_back(crate_.AddFile(output, std::move(members)));
      if (writer) written_[writer->id()].push_back(outputs_.back());
    }
  }

  // With an offset, which readers of the profiles expect.
  static std::string Time(const JsonNode& utc) {
    const std::string& text = utc.text();
    return text.ends_with('Z') ? text.substr(0, text.size() - 1) + "+00:00" : text;
  }

  // When, and how it ended.
  Members Times() const {
    const JsonNode& invocation = content_.run["invocation"];
    const bool complete = content_.run["outcome"].text() == "complete";
    Members members = {{"startTime", Time(invocation["started"])},
                       {"endTime", Time(invocation["finished"])},
                       {"actionStatus", complete ? "http://schema.org/CompletedActionStatus"
                                                 : "http://schema.org/FailedActionStatus"}};
    if (!complete) {
      const std::string& why = content_.run["failure"].text();
      members.emplace_back("error", why.empty() ? content_.run["outcome"].text() : why);
    }
    if (!agents_.empty()) members.emplace_back("agent", Refs(agents_));
    return members;
  }

  void AddAction(const std::string& id, const char* type, Members members) {
    for (auto& member : Times()) members.push_back(std::move(member));
    crate_.Add(id, type, std::move(members));
    actions_.push_back(id);
  }

  void AddRun() {
    Ids objects = inputs_;
    for (const CrateStep& step : steps_) Append(objects, ParameterIds(step));
    AddAction(run_, "CreateAction",
              {{"name", "Run of " + content_.run["pipeline"]["name"].text()},
               {"description", internal::CommandLine(content_)},
               {"instrument", Ref(internal::PathId(content_.pipeline.path))},
               {"object", Refs(objects)},
               {"result", Refs(outputs_)}});
  }

  static void Append(Ids& to, const Ids& from) { to.insert(to.end(), from.begin(), from.end()); }

  Ids ResourcesOf(const CrateStep& step) {
    Ids ids;
    for (const JsonNode& resource : content_.run["resources"].items()) {
      const auto& users = resource["steps"].items();
      const bool uses = std::any_of(users.begin(), users.end(),
                                    [&](const JsonNode& user) { return user.text() == step.id(); });
      if (!uses || resource["sha256"].text().empty()) continue;
      ids.push_back(crate_.AddOutside(
          internal::ResourceName(content_, resource["path"].text()), resource["sha256"].text(), 0,
          "Data that components read: dictionary, lexicon or data of a plugin; not in the crate"));
    }
    return ids;
  }

  // Documents between two steps are in memory only: an entity without a file.
  std::string AddDocuments(const CrateStep& step) {
    const std::string id = internal::LocalId("documents", step.id());
    crate_.Add(id, "CreativeWork",
               {{"name", "Documents after " + step.id()},
                {"description", "Handed from step to step in memory; not kept as a file"}});
    return id;
  }

  std::string DescriptionOf(const CrateStep& step) const {
    const JsonNode& report = *step.report;
    return fmt::format("{} documents, of which {} filtered and {} quarantined; {} s of work",
                       report["documents"].number(), report["filtered"].number(),
                       report["quarantined"].number(), report["seconds"].real());
  }

  void AddSteps() {
    Ids documents;  // that the next step gets
    for (const CrateStep& step : steps_) {
      if (!step.ran()) continue;
      const bool reads = step.role == CrateStep::Role::kReader;
      const bool writes = step.role == CrateStep::Role::kWriter;
      Ids objects = reads ? inputs_ : documents;
      Append(objects, ParameterIds(step));
      Append(objects, ResourcesOf(step));
      const Ids results = writes ? written_[step.id()] : Ids{AddDocuments(step)};
      if (reads) Append(documents, results);
      if (!reads && !writes) documents = results;
      AddStepRun(step, objects, results);
    }
  }

  void AddStepRun(const CrateStep& step, const Ids& objects, const Ids& results) {
    const std::string action = internal::LocalId("run", step.id());
    AddAction(action, "CreateAction",
              {{"name", fmt::format("Run of {} ({})", step.id(), (*step.step)["use"].text())},
               {"description", DescriptionOf(step)},
               {"instrument", Ref(ToolId(step))},
               {"object", Refs(objects)},
               {"result", Refs(results)}});
    controls_.push_back(internal::LocalId("control", step.id()));
    AddAction(controls_.back(), "ControlAction",
              {{"name", "Orchestration of " + step.id()},
               {"instrument", Ref(StepId(step))},
               {"object", Ref(action)}});
  }

  void AddEngineRun() {
    AddAction("#engine-run", "OrganizeAction",
              {{"name", "Run of Koppel " + content_.run["versions"]["koppel"].text()},
               {"instrument", Ref(internal::kEngineId)},
               {"object", Refs(controls_)},
               {"result", Ref(run_)}});
  }

  void AddRecords() {
    for (const ListedFile& record : content_.records) {
      crate_.AddFile(
          record,
          {{"name", record.path}, {"description", "Record of the run"}, {"about", Ref(run_)}});
    }
  }

  std::string Licence() {
    if (!about_.licence.empty()) return crate_.AddLicence(about_.licence);
    crate_.Add(kUnknownLicence, "CreativeWork",
               {{"name", "No licence stated"},
                {"description", "Who made this crate has not said how it may be used"}});
    return kUnknownLicence;
  }

  void AddRoot() {
    const std::string& pipeline = content_.run["pipeline"]["name"].text();
    Ids profiles;
    for (const Profile& profile : kProfiles) profiles.emplace_back(profile.id);
    const std::string licence = Licence();
    Members members = {
        {"name", about_.name.empty() ? pipeline : about_.name},
        {"description", about_.description.empty()
                            ? fmt::format("Run of the Koppel pipeline {} over {} files", pipeline,
                                          content_.inputs.size())
                            : about_.description},
        {"datePublished", Time(content_.run["invocation"]["finished"])},
        {"license", Ref(licence)},
        {"conformsTo", Refs(profiles)},
        {"mainEntity", Ref(internal::PathId(content_.pipeline.path))},
        {"mentions", Refs(actions_)},
        {"hasPart", Refs(crate_.files())}};
    if (!agents_.empty()) members.emplace_back("author", Refs(agents_));
    crate_.Add(kRoot, "Dataset", std::move(members));
  }

  const RunAccount::Content& content_;
  const CrateAbout& about_;
  const std::vector<CrateStep> steps_;
  const std::string run_;  // id of the action
  Crate crate_;
  Ids agents_, inputs_, outputs_, actions_, controls_;
  std::map<std::string, Ids> written_;  // by id of the writer
};

}  // namespace

std::string RoCrateMetadata(const RunAccount& account, const CrateAbout& about) {
  return CrateMaker(account.content(), about).Make();
}

}  // namespace koppel
