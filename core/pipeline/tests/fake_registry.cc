#include "fake_registry.h"

#include <unistd.h>

#include <atomic>
#include <fstream>

#include "koppel/registry/sidecar.h"

namespace koppel {
namespace {

ComponentInfo Make(std::string id, Role role, std::vector<LayerNeed> needs,
                   std::vector<LayerNeed> makes, ParamTable params = {}) {
  ComponentInfo component;
  component.id = std::move(id);
  component.role = role;
  component.help = "Stands in for a component.";
  component.requires_layers = std::move(needs);
  component.provides_layers = std::move(makes);
  component.params = std::move(params);
  return component;
}

ParamInfo Param(std::string name, ParamValue value) {
  return {std::move(name), "Stands in for a parameter.", std::move(value)};
}

ParamTable RepairParams() {
  ParamInfo action = Param("action", std::string("join"));
  action.choices = {"join", "keep", "report"};
  ParamInfo least = Param("least", std::int64_t{3});
  least.at_least = 1;
  ParamInfo share = Param("share", 0.5);
  share.at_least = 0;
  share.at_most = 1;
  ParamInfo kinds = Param("kinds", std::vector<std::string>{"hyphen"});
  kinds.choices = {"hyphen", "header", "folio"};
  ParamInfo words = Param("words", std::string());
  words.path = true;
  return {action,
          least,
          share,
          kinds,
          words,
          Param("strict", false),
          Param("language", std::string("nl"))};
}

ParamTable PathParams() {
  ParamInfo paths = Param("paths", std::vector<std::string>{});
  paths.path = true;
  return {paths};
}

ParamTable RecordParams() {
  ParamTable params = PathParams();
  params.push_back(Param("metadata", std::vector<std::string>{}));
  params.back().names = NameKind::kMetadata;
  return params;
}

ParamTable LinesParams() {
  ParamInfo path = Param("path", std::string("out.jsonl"));
  path.required = true;
  return {path};
}

ParamTable TableParams() {
  ParamInfo layers = Param("layers", std::vector<std::string>{});
  layers.names = NameKind::kLayers;
  layers.required = true;
  ParamInfo columns = Param("columns", std::vector<std::string>{});
  columns.names = NameKind::kColumns;
  columns.columns = {"document", "text", "word"};
  columns.column_layers = {"", "", "token"};
  return {layers, columns};
}

std::vector<ComponentInfo> Components() {
  ComponentInfo repair = Make("text.repair", Role::kObserver, {{"page", {}, true}},
                              {{"artefact", {"kind"}}}, RepairParams());
  repair.edits_text = true;
  ComponentInfo store = Make("read.store", Role::kReader, {}, {}, PathParams());
  store.stored_layers = true;
  ComponentInfo text = Make("read.text", Role::kReader, {}, {}, PathParams());
  text.metadata = {{"year"}, {"genre", {"letter", "minutes"}}, {"language"}};
  ComponentInfo records = Make("read.records", Role::kReader, {}, {}, RecordParams());
  records.metadata = {{"*"}};
  ComponentInfo guess = Make("guess.language", Role::kProcessor, {{"page", {}, true, true}}, {});
  guess.metadata = {{"language"}};
  return {
      store,
      text,
      records,
      guess,
      Make("read.pdf", Role::kReader, {}, {{"page", {"number"}}, {"box", {}}}, PathParams()),
      repair,
      Make("segment.sentences", Role::kProcessor, {}, {{"sentence", {}}}),
      Make("segment.tokens", Role::kProcessor, {{"sentence", {}}}, {{"token", {"kind"}}}),
      Make("tag.lemma", Role::kProcessor, {{"token", {}}}, {{"token", {"lemma"}}}),
      Make("find.names", Role::kProcessor, {{"token", {}, true}, {"sentence", {}, true, true}},
           {{"entity", {"name"}}}),
      Make("judge.words", Role::kProcessor, {{"token", {"kind", "lemma"}}}, {{"sentiment", {}}}),
      Make("write.lines", Role::kWriter, {}, {}, LinesParams()),
      Make("write.tree", Role::kWriter, {{"page", {}}}, {}),
      Make("write.table", Role::kWriter, {}, {}, TableParams()),
  };
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  static std::atomic<int> count = 0;
  const std::string name = "koppel_pipeline_" + std::to_string(::getpid()) + "_";
  path_ = std::filesystem::temp_directory_path() / (name + std::to_string(count++));
  std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() { std::filesystem::remove_all(path_); }

std::filesystem::path TemporaryFolder::Write(const std::filesystem::path& name,
                                             const std::string& text) const {
  const std::filesystem::path file = path_ / name;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

Registry FakeRegistry() {
  PluginInfo plugin;
  plugin.name = "fake";
  plugin.version = "1.0.0";
  plugin.licence = "Apache-2.0";
  plugin.fingerprint = "none";
  plugin.sha256 = std::string(64, '0');
  plugin.library = "fake.so";
  plugin.components = Components();
  FeatureDescription& scheme = plugin.layers.emplace_back().features.emplace_back();
  plugin.layers[0].name = "rhyme";
  scheme.name = "scheme";
  const TemporaryFolder folder;
  folder.Write("fake/fake.plugin.json", ToJson(plugin));
  return Registry::Scan({folder.path()});
}

const char kGoodPipeline[] = R"(koppel: 1
name: example
read:
  - use: read.text
    with: {paths: [corpus/**/*.txt]}
  - use: read.pdf
    with:
      paths:
        - corpus/*.pdf
steps:
  - use: text.repair
    with:
      action: keep
      least: 2
      share: 0.25
      kinds: [hyphen, header]
      strict: true
      words: ../words.txt
      language: "no"
    when: {language: nl}
  - use: segment.sentences
  - {id: cut, use: segment.tokens, on_error: skip}
  - use: tag.lemma
    when:
      metadata: {year: 2019, genre: letter}
  - use: judge.words
write:
  - use: write.lines
    with: {path: out.jsonl}
  - use: write.tree
  - use: write.table
    with:
      layers: [page, token]
      columns: [document, nr=number, kind, form=lemma, text]
order: natural
on_error: {action: quarantine, max_rate: 0.05, after: 20}
)";

LoadedPipeline LoadText(const std::string& yaml, const std::vector<Override>& overrides) {
  static const Registry registry = FakeRegistry();
  const TemporaryFolder folder;
  return LoadPipeline(folder.Write("p.yaml", yaml), registry, overrides);
}

std::vector<std::string> ProblemsOf(const std::string& yaml,
                                    const std::vector<Override>& overrides) {
  std::vector<std::string> told;
  for (const Problem& problem : LoadText(yaml, overrides).problems) {
    // What stands after the file's name.
    const std::string whole = Describe("p", problem);
    told.push_back(whole.substr(problem.location.line == 0 ? 3 : 2));
  }
  return told;
}

}  // namespace koppel
