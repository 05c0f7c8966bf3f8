#include <algorithm>

#include "export/run_account.h"

namespace koppel {
namespace {

using internal::JsonNode;
using Members = JsonNode::Members;
using Items = JsonNode::Items;

// Names of our own, as there is no site that they could be addresses on;
// docs/reference/provenance.md says what they mean.
constexpr char kBuildType[] = "urn:uuid:b0edbc37-396e-44fb-b824-4261d54b9a1e";
constexpr char kNobodysBuilder[] = "urn:uuid:04b99f40-d6ee-4864-9dd8-1e4a84d98b94";

JsonNode Digest(const std::string& sha256) { return Members{{"sha256", sha256}}; }

JsonNode Descriptor(const std::string& name, const std::string& sha256, const char* role) {
  Members members = {{"name", name}, {"digest", Digest(sha256)}};
  if (role) members.emplace_back("annotations", Members{{"role", role}});
  return members;
}

class Statement {
 public:
  Statement(const RunAccount::Content& content, std::string builder)
      : content_(content), builder_(std::move(builder)) {}

  JsonNode Make() const {
    return Members{{"_type", "https://in-toto.io/Statement/v1"},
                   {"subject", Subjects()},
                   {"predicateType", "https://slsa.dev/provenance/v1"},
                   {"predicate",
                    Members{{"buildDefinition", BuildDefinition()}, {"runDetails", RunDetails()}}}};
  }

 private:
  JsonNode Subjects() const {
    Items subjects;
    for (const ListedFile& output : content_.outputs)
      subjects.push_back(Descriptor(output.path, output.sha256, nullptr));
    return subjects;
  }

  JsonNode BuildDefinition() const {
    return Members{
        {"buildType", kBuildType},
        {"externalParameters", Members{{"pipeline", content_.run["pipeline"]["file"]},
                                       {"arguments", content_.run["invocation"]["arguments"]},
                                       {"parameters", Parameters()}}},
        {"resolvedDependencies", Dependencies()}};
  }

  JsonNode Parameters() const {
    Members parameters;
    for (const char* section : {"read", "steps", "write"}) {
      for (const JsonNode& step : content_.run["pipeline"][section].items()) {
        for (const auto& [name, value] : step["with"].members())
          parameters.emplace_back(step["id"].text() + "." + name, value);
      }
    }
    return parameters;
  }

  JsonNode Dependencies() const {
    Items all = {
        Descriptor(content_.run["pipeline"]["file"].text(), content_.pipeline.sha256, "pipeline")};
    for (const ListedFile& input : content_.inputs) {
      if (!input.sha256.empty()) all.push_back(Descriptor(input.path, input.sha256, "input"));
    }
    for (const JsonNode& plugin : content_.run["plugins"].items()) {
      all.push_back(Descriptor("plugin/" + plugin["name"].text() + "@" + plugin["version"].text(),
                               plugin["sha256"].text(), "plugin"));
    }
    for (const JsonNode& resource : content_.run["resources"].items()) {
      const std::string& sha256 = resource["sha256"].text();
      const std::string name = internal::ResourceName(content_, resource["path"].text());
      if (!sha256.empty()) all.push_back(Descriptor(name, sha256, "resource"));
    }
    return all;
  }

  JsonNode RunDetails() const {
    Items program;
    for (const auto& [name, sha256] : content_.run["program"].members())
      program.push_back(Descriptor(name, sha256.text(), "program"));
    Items byproducts;
    for (const ListedFile& record : content_.records) {
      const bool is_output =
          std::any_of(content_.outputs.begin(), content_.outputs.end(),
                      [&](const ListedFile& output) { return output.path == record.path; });
      if (!is_output) byproducts.push_back(Descriptor(record.path, record.sha256, nullptr));
    }
    const JsonNode& invocation = content_.run["invocation"];
    return Members{
        {"builder", Members{{"id", builder_.empty() ? std::string(kNobodysBuilder) : builder_},
                            {"version", content_.run["versions"]},
                            {"builderDependencies", std::move(program)}}},
        {"metadata", Members{{"invocationId", "urn:uuid:" + invocation["id"].text()},
                             {"startedOn", invocation["started"]},
                             {"finishedOn", invocation["finished"]}}},
        {"byproducts", std::move(byproducts)}};
  }

  const RunAccount::Content& content_;
  std::string builder_;
};

}  // namespace

Result<std::string> InTotoStatement(const RunAccount& account, const std::string& builder) {
  if (!account.complete())
    return BadInput("the run did not get to its end: it vouches for nothing");
  if (account.outputs().empty()) return BadInput("the run wrote no files: there is no subject");
  return Statement(account.content(), builder).Make().ToText();
}

}  // namespace koppel
