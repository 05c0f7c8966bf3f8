#include "export/run_account.h"

#include <fmt/format.h>

#include <algorithm>

#include "koppel/io.h"
#include "koppel/provenance/shell_word.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;
using internal::JsonNode;

constexpr char kRunJson[] = "run.json";
constexpr const char* kRecords[] = {kRunJson, "run.inputs.jsonl", "run.outputs.jsonl",
                                    "digests.jsonl", "report.html"};

Status Drifted(const fs::path& path) {
  return {ErrorKind::kDrift,
          fmt::format("{} is not what the run wrote; run it again, or bring the file back",
                      path.string())};
}

Result<ListedFile> Look(const fs::path& folder, const std::string& name) {
  // The account may be somebody else's: it names nothing outside its folder.
  Result<fs::path> path = PathBelow(folder, name);
  if (!path.ok()) return std::move(path).status();
  Result<std::string> digest = Sha256OfFile(*path);
  if (!digest.ok()) return std::move(digest).status();
  std::error_code error;
  return ListedFile{name, Hex(*digest), fs::file_size(*path, error)};
}

// A list that run.json tells the digest of.
Result<std::vector<ListedFile>> ReadList(const fs::path& folder, const JsonNode& facts) {
  Result<fs::path> below = PathBelow(folder, facts["list"].text());
  if (!below.ok()) return std::move(below).status();
  const fs::path path = *std::move(below);
  Result<std::string> text = ReadFile(path);
  if (!text.ok()) return std::move(text).status();
  if (Hex(Sha256(*text)) != facts["sha256"].text()) return Drifted(path);
  std::vector<ListedFile> files;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    Result<JsonNode> line = JsonNode::Parse(std::string_view(*text).substr(begin, end - begin));
    if (!line.ok()) return std::move(std::move(line).status()).WithContext(path.string());
    files.push_back({(*line)["path"].text(), (*line)["sha256"].text(),
                     static_cast<std::uint64_t>((*line)["size"].number())});
    begin = end + 1;
  }
  return files;
}

Status CheckOutputs(const RunAccount::Content& content) {
  for (const ListedFile& listed : content.outputs) {
    const Result<ListedFile> now = Look(content.folder, listed.path);
    if (!now.ok() || now->sha256 != listed.sha256) return Drifted(content.folder / listed.path);
  }
  return Ok();
}

Status ReadRunJson(RunAccount::Content& content) {
  const fs::path path = content.folder / kRunJson;
  Result<std::string> text = ReadFile(path);
  if (!text.ok()) {
    return BadInput(fmt::format("{} holds no run.json: give the folder that `koppel run` wrote",
                                content.folder.string()));
  }
  Result<JsonNode> run = JsonNode::Parse(*text);
  if (!run.ok()) return std::move(std::move(run).status()).WithContext(path.string());
  content.run = *std::move(run);
  if (content.run["invocation"]["id"].text().empty())
    return BadInput(path.string() + " is of an earlier release; run the pipeline again");
  return Ok();
}

Status ReadFiles(RunAccount::Content& content) {
  const JsonNode& facts = content.run["pipeline"];
  Result<ListedFile> pipeline = Look(content.folder, facts["copy"].text());
  if (!pipeline.ok()) return std::move(pipeline).status();
  content.pipeline = *std::move(pipeline);
  if (content.pipeline.sha256 != facts["sha256"].text())
    return Drifted(content.folder / content.pipeline.path);
  for (const auto& [key, list] :
       {std::pair("inputs", &content.inputs), std::pair("outputs", &content.outputs)}) {
    Result<std::vector<ListedFile>> files = ReadList(content.folder, content.run[key]);
    if (!files.ok()) return std::move(files).status();
    *list = *std::move(files);
  }
  for (const char* name : kRecords) {
    if (Result<ListedFile> record = Look(content.folder, name); record.ok())
      content.records.push_back(*std::move(record));
  }
  return CheckOutputs(content);
}

}  // namespace

RunAccount::RunAccount(std::unique_ptr<Content> content) : content_(std::move(content)) {}
RunAccount::~RunAccount() = default;
RunAccount::RunAccount(RunAccount&&) noexcept = default;

Result<RunAccount> RunAccount::Read(const fs::path& folder) {
  auto content = std::make_unique<Content>();
  content->folder = folder;
  KOPPEL_RETURN_IF_ERROR(ReadRunJson(*content));
  KOPPEL_RETURN_IF_ERROR(ReadFiles(*content));
  return RunAccount(std::move(content));
}

const fs::path& RunAccount::folder() const { return content_->folder; }
bool RunAccount::complete() const { return content_->run["outcome"].text() == "complete"; }
const std::vector<ListedFile>& RunAccount::outputs() const { return content_->outputs; }

std::vector<std::string> RunAccount::records() const {
  std::vector<std::string> names = {content_->pipeline.path};
  for (const ListedFile& record : content_->records) names.push_back(record.path);
  return names;
}

namespace internal {

std::string ResourceName(const RunAccount::Content& content, const std::string& path) {
  for (const JsonNode& plugin : content.run["plugins"].items()) {
    const fs::path folder = fs::path(plugin["library"].text()).parent_path();
    const fs::path below = fs::path(path).lexically_relative(folder);
    if (below.empty() || *below.begin() == "..") continue;
    return plugin["name"].text() + "/" + below.generic_string();
  }
  return path;
}

std::string CommandLine(const RunAccount::Content& content) {
  std::string line;
  for (const JsonNode& word : content.run["invocation"]["arguments"].items()) {
    line += line.empty() ? "" : " ";
    line += ShellWord(word.text());
  }
  return line;
}

}  // namespace internal
}  // namespace koppel
