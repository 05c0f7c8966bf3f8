// The chain validate → repair → NFC → sentences → tokens → protobuf as a pipeline of one thread and
// as the same calls in a bare loop; what each component does per second; and peak memory against
// the largest document. Prints a Markdown table.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "bench_corpus.h"
#include "components.h"
#include "dehyphenate/dehyphenate.h"
#include "koppel/io.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/runtime/run.h"
#include "koppel/testkit/harness.h"
#include "layout/layout.h"
#include "normalize/normalize.h"
#include "paragraphs/paragraphs.h"
#include "sentences.h"
#include "tokens.h"

namespace koppel::bench {
namespace {

using Clock = std::chrono::steady_clock;

void Require(const Status& status) {
  if (status.ok()) return;
  fmt::print(stderr, "end_to_end_benchmark: {}\n", status.ToString());
  std::exit(1);
}

template <class Work>
double Seconds(Work work) {
  const auto start = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// The sample texts, each many times.
std::vector<std::string> Corpus() {
  std::vector<std::string> texts = SampleTexts();
  std::vector<std::string> corpus;
  constexpr int kCopies = 200;
  for (int i = 0; i < kCopies; ++i) corpus.insert(corpus.end(), texts.begin(), texts.end());
  return corpus;
}

constexpr char kChain[] =
    "koppel: 1\n"
    "name: chain\n"
    "read: {use: read.text}\n"
    "steps:\n"
    "  - use: text.normalize\n"
    "  - use: text.layout\n"
    "  - {use: text.dehyphenate, with: {language: nl}}\n"
    "  - use: text.paragraphs\n"
    "  - use: segment.sentences\n"
    "  - use: segment.tokens\n"
    "write: {use: bench.protobuf}\n";

struct Chain {
  text::Normalize normalize{{}};
  text::Layout layout{{}};
  text::Dehyphenate dehyphenate;
  text::Paragraphs paragraphs;
  segment::Sentences sentences{{}};
  segment::Tokens tokens{{}};

  explicit Chain(text::Dehyphenate::Params params) : dehyphenate(std::move(params)) {}
  std::vector<Processor*> All() {
    return {&normalize, &layout, &dehyphenate, &paragraphs, &sentences, &tokens};
  }
};

class BareLoop {
 public:
  explicit BareLoop(const std::vector<std::string>& corpus)
      : corpus_(corpus), chain_(Parameters()) {
    testkit::TestSetup text(KOPPEL_BINARY_DIR "/lib/koppel/text"),
        segment(KOPPEL_BINARY_DIR "/lib/koppel/segment");
    const std::vector<Processor*> all = chain_.All();
    for (std::size_t i = 0; i < all.size(); ++i) Require(all[i]->Open(i < 4 ? text : segment));
  }

  void Run() {
    std::unique_ptr<Model> model = chain_.dehyphenate.NewModel();
    for (const std::string& text : corpus_) {
      Start(text);
      Call(chain_.normalize);
      Call(chain_.layout);
      Require(chain_.dehyphenate.Observe(document_, *model));
    }
    chain_.dehyphenate.Freeze(std::move(model));
    for (const std::string& text : corpus_) {
      Start(text);
      for (Processor* step : chain_.All()) Call(*step);
      out_.clear();
      Require(writer_.Render(document_, out_));
    }
  }

 private:
  static text::Dehyphenate::Params Parameters() {
    text::Dehyphenate::Params params;
    params.language = "nl";
    return params;
  }
  void Start(const std::string& text) {
    document_.Reset();
    document_.set_source({"memory", Sha256(text), {}, text.size(), SourceContent::kFile});
    Require(document_.SetText(text));
  }
  void Call(Processor& step) {
    Require(step.Process(document_, context_));
    document_.Seal();
  }

  const std::vector<std::string>& corpus_;
  Chain chain_;
  Document document_;
  testkit::TestContext context_;
  Protobuf writer_;
  std::string out_;
};

RunReport RunPipeline(const LoadedPipeline& loaded, const Registry& registry,
                      const WorkFolder& folder) {
  RunOptions options;
  options.inputs = {(folder.path() / "in").string()};
  options.out = folder.path() / "out";
  options.threads = 1;
  Result<RunReport> report = Run(loaded.pipeline, registry, options);
  Require(report.status());
  Require(report->failure);
  return *std::move(report);
}

void PrintComponents(const RunReport& report) {
  fmt::print("\n| component | MB/s |\n| --- | ---: |\n");
  for (const StepReport& step : report.steps) {
    if (step.seconds > 0)
      fmt::print("| {} | {:.0f} |\n", step.component,
                 static_cast<double>(report.bytes) / 1e6 / step.seconds);
  }
}

std::string Repeated(const std::vector<std::string>& texts, std::size_t bytes) {
  std::string repeated;
  while (repeated.size() < bytes) repeated += texts[repeated.size() % texts.size()];
  return repeated;
}

// Must come first: see UsageOf.
void PrintMemory(const WorkFolder& folder, const std::vector<std::string>& texts) {
  const std::string pipeline = folder.Write("chain.yaml", kChain);
  const auto peak = [&](const std::string& name, std::size_t bytes) {
    const std::string input = folder.WriteInChild(name, [&] { return Repeated(texts, bytes); });
    return UsageOf(pipeline, input, (folder.path() / "peak").string()).bytes;
  };
  constexpr std::size_t kSmall = 100'000, kLarge = 20'000'000;
  const double base = peak("small.txt", kSmall);
  const double grown = peak("large.txt", kLarge) - base;
  fmt::print(
      "peak memory: {:.0f} MB with dictionaries and a short document; a document of {:.0f} MB "
      "adds {:.1f} times its size\n\n",
      base / 1e6, kLarge / 1e6, grown / kLarge);
}

void Main() {
  ::setenv("KOPPEL_PLUGIN_PATH", KOPPEL_BINARY_DIR "/benchmark/plugins", 1);
  const WorkFolder folder;
  PrintMemory(folder, SampleTexts());
  const std::vector<std::string> corpus = Corpus();
  std::filesystem::create_directory(folder.path() / "in");
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < corpus.size(); ++i) {
    folder.Write(fmt::format("in/{:06}.txt", i), corpus[i]);
    bytes += corpus[i].size();
  }
  const std::string file = folder.Write("chain.yaml", kChain);
  const Registry registry =
      Registry::Scan({KOPPEL_BINARY_DIR "/benchmark/plugins", KOPPEL_BINARY_DIR "/lib/koppel"});
  const LoadedPipeline loaded = LoadPipeline(file, registry);
  for (const Problem& problem : loaded.problems)
    fmt::print(stderr, "{}\n", Describe(file, problem));
  if (!loaded.problems.empty()) std::exit(1);

  // Each side begins anew each time, with cold tables, as a run does; opening is not counted. The
  // best of several, alternating: these machines are noisy.
  RunReport report;
  double bare = 1e9, pipeline = 1e9;
  constexpr int kRounds = 5;
  for (int i = 0; i < kRounds; ++i) {
    BareLoop loop(corpus);
    bare = std::min(bare, Seconds([&] { loop.Run(); }));
    report = RunPipeline(loaded, registry, folder);
    pipeline = std::min(pipeline, report.seconds - report.opening_seconds);
  }
  const double megabytes = static_cast<double>(bytes) / 1e6;
  fmt::print(
      "{} documents, {:.1f} MB, two passes\n\n| chain | MB/s | of the bare loop |\n| --- | ---: | "
      "---: |\n",
      corpus.size(), megabytes);
  fmt::print("| bare loop | {:.1f} | 100 % |\n", megabytes / bare);
  fmt::print("| pipeline, 1 thread | {:.1f} | {:.0f} % |\n", megabytes / pipeline,
             100 * bare / pipeline);
  PrintComponents(report);
}

}  // namespace
}  // namespace koppel::bench

int main() { koppel::bench::Main(); }
