// What the framework costs per document: the same components in a pipeline of one thread and in a
// bare loop.
#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>

#include "bench_corpus.h"
#include "components.h"
#include "koppel/io.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/run.h"
#include "koppel/testkit/harness.h"

namespace koppel::bench {
namespace {

constexpr std::int64_t kDocuments = 20000;

std::string KilobyteLines() {
  std::string text;
  for (int i = 0; i < 100; ++i) {
    std::string line;
    while (line.size() < 1000) line += "een document van duizend tekens ";
    text += line.substr(0, 1000) + "\n";
  }
  return text;
}

const WorkFolder& Folder() {
  static const WorkFolder folder;
  static const std::string input = folder.Write("lines.bench", KilobyteLines());
  return folder;
}

// Loading, hashing and setting the text are useful work, which a loop without a framework has to do
// as well.
void BareLoop(benchmark::State& state) {
  MemoryReader reader({{}, kDocuments / 100});
  std::vector<std::unique_ptr<Processor>> steps;
  for (std::int64_t i = 0; i < state.range(0); ++i) steps.push_back(std::make_unique<Empty>());
  Drop writer;
  Document document;
  testkit::TestContext context;
  Item item;
  std::string out;
  for (auto _ : state) {
    auto records = reader.Split(Folder().path() / "lines.bench");
    while (*(*records)->Next(item)) {
      document.Reset();
      document.set_id(item.id);
      const std::string digest = Sha256(item.bytes);
      document.set_source({"lines.bench", digest, {}, item.bytes.size(), SourceContent::kFile});
      if (!reader.Parse(item, document, context).ok()) std::abort();
      for (const auto& step : steps) {
        if (!step->Process(document, context).ok()) std::abort();
      }
      out.clear();
      if (!writer.Render(document, out).ok() || !writer.Append(item.id, out).ok()) std::abort();
    }
  }
  state.SetItemsProcessed(state.iterations() * kDocuments);
}

void PipelineRun(benchmark::State& state) {
  std::string yaml = "koppel: 1\nname: bench\nread: {use: bench.memory, with: {copies: 200}}\n";
  if (state.range(0) > 0) yaml += "steps:\n";
  for (std::int64_t i = 0; i < state.range(0); ++i)
    yaml += "  - {use: bench.empty, id: s" + std::to_string(i) + "}\n";
  yaml += "write: {use: bench.drop}\n";
  const std::string file = Folder().Write("p" + std::to_string(state.range(0)) + ".yaml", yaml);
  const Registry registry = Registry::Scan({KOPPEL_BINARY_DIR "/benchmark/plugins"});
  const LoadedPipeline loaded = LoadPipeline(file, registry);
  if (!loaded.problems.empty()) std::abort();
  for (auto _ : state) {
    RunOptions options;
    options.inputs = {(Folder().path() / "lines.bench").string()};
    options.out = Folder().path() / "out";
    options.threads = 1;
    const Result<RunReport> report = Run(loaded.pipeline, registry, options);
    if (!report.ok() || report->output != static_cast<std::uint64_t>(kDocuments)) std::abort();
  }
  state.SetItemsProcessed(state.iterations() * kDocuments);
}

BENCHMARK(BareLoop)->Arg(0)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);
BENCHMARK(PipelineRun)->Arg(0)->Arg(1)->Arg(10)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace koppel::bench

BENCHMARK_MAIN();
