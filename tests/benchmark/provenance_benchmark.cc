// What the account of a run costs: its digests, the ledger of edits and decisions, and the lists of
// files with their SHA-256; and beside it the offsets in the source that outputs have. Shares of
// one run of the main pipeline, in processor time of the one thread that does all of it: other work
// on the machine does not count.
//
// Digests and lists are work of their own, and are timed where they are done. The ledger is written
// among the steps' other work; the run writes every document's ledger and decisions a second time,
// and that is timed. Prints a Markdown table.
#include <fmt/format.h>
#include <google/protobuf/arena.h>

#include <cstdlib>
#include <ctime>

#include "bench_corpus.h"
#include "dehyphenate/decide.h"
#include "koppel/codec.h"
#include "koppel/io.h"
#include "koppel/layers.h"
#include "koppel/pipeline/pipeline.h"
#include "koppel/provenance/digest_writer.h"
#include "koppel/provenance/program.h"
#include "koppel/report/run_lists.h"
#include "koppel/runtime/input_files.h"
#include "koppel/runtime/run.h"
#include "koppel/v1/document.pb.h"

namespace koppel::bench {
namespace {

namespace fs = std::filesystem;

template <class T>
T Must(Result<T> result) {
  if (result.ok()) return *std::move(result);
  fmt::print(stderr, "provenance_benchmark: {}\n", result.status().ToString());
  std::exit(1);
}

void Must(const Status& status) {
  if (status.ok()) return;
  fmt::print(stderr, "provenance_benchmark: {}\n", status.ToString());
  std::exit(1);
}

double ProcessorSeconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

// Adds the time of its life to a sum.
class Timed {
 public:
  explicit Timed(double& sum) : sum_(sum), start_(ProcessorSeconds()) {}
  ~Timed() { sum_ += ProcessorSeconds() - start_; }
  Timed(const Timed&) = delete;
  Timed& operator=(const Timed&) = delete;

 private:
  double& sum_;
  double start_;
};

struct Costs {
  double digests = 0, edits = 0, decisions = 0, mapping = 0, files = 0;
  double probing = 0;  // all of the time in the probe but for the digests: no part of a run
};

// The columns of a revision, as Document::Apply writes them.
void WriteRevision(const Document& document, std::uint32_t number, v1::Document& ledger) {
  const std::vector<RevisionEdit> edits = document.RevisionEdits(number);
  v1::Revision& revision = *ledger.add_revisions();
  revision.set_step(std::string(document.RevisionStep(number)));
  for (const RevisionEdit& edit : edits) {
    revision.mutable_alignment()->add_begin(edit.before.begin);
    revision.mutable_alignment()->add_removed(edit.before.size());
    revision.mutable_alignment()->add_inserted(edit.after.size());
    revision.mutable_removed_text()->append(edit.removed);
    revision.mutable_inserted_text()->append(edit.inserted);
    revision.add_rule(static_cast<std::int32_t>(edit.rule.size()));
    revision.add_confidence(edit.confidence);
  }
}

// "name +1.5; other -2.0" as the reasons that it was made from.
std::vector<text::Evidence> ReasonsIn(std::string_view evidence) {
  std::vector<text::Evidence> reasons;
  while (!evidence.empty()) {
    const std::string_view one = evidence.substr(0, evidence.find(';'));
    evidence.remove_prefix(std::min(one.size() + 2, evidence.size()));
    const std::size_t space = one.find(' ');
    if (space == std::string_view::npos) continue;
    reasons.push_back(
        {one.substr(0, space), std::atof(std::string(one.substr(space + 1)).c_str())});
  }
  return reasons;
}

// Where digests are made, and everything else is done again to be timed.
class Probe final : public Writer {
 public:
  explicit Probe(Costs& costs) : costs_(costs) {}

  Status Open(Setup& setup) override { return digests_.Open(setup); }

  Status Render(const Document& document, std::string& out) const override {
    Status status = [&] {
      const Timed timed(costs_.digests);
      return digests_.Render(document, out);
    }();
    const Timed probing(costs_.probing);
    WriteLedger(document);
    WriteDecisions(document);
    MapSpans(document);
    return status;
  }

  Status Append(std::string_view id, std::string_view rendered) override {
    const Timed timed(costs_.digests);
    return digests_.Append(id, rendered);
  }

  Status Close() override { return digests_.Close(); }

 private:
  void WriteLedger(const Document& document) const {
    const Timed timed(costs_.edits);
    google::protobuf::Arena arena;
    auto& ledger = *google::protobuf::Arena::CreateMessage<v1::Document>(&arena);
    for (std::uint32_t i = 0; i < document.revisions(); ++i) WriteRevision(document, i, ledger);
  }

  void WriteDecisions(const Document& document) const {
    Document again;
    std::vector<std::vector<text::Evidence>> reasons;
    for (auto row : document.layer<Artefact>())
      reasons.push_back(ReasonsIn(row[Artefact::evidence]));
    const Timed timed(costs_.decisions);
    std::size_t next = 0;
    for (auto row : document.layer<Artefact>()) {
      auto copy = again.layer<Artefact>().Add(row.span());
      copy.Set(Artefact::kind, row[Artefact::kind])
          .Set(Artefact::left, row[Artefact::left])
          .Set(Artefact::right, row[Artefact::right])
          .Set(Artefact::decision, row[Artefact::decision])
          .Set(Artefact::rule, row[Artefact::rule])
          .Set(Artefact::confidence, row[Artefact::confidence])
          .Set(Artefact::resolved, row[Artefact::resolved]);
      const std::string evidence = text::Explain(reasons[next++]);
      if (!evidence.empty()) copy.Set(Artefact::evidence, evidence);
    }
  }

  // `source_begin` and `source_end` of everything, as documents.jsonl has them.
  void MapSpans(const Document& document) const {
    const Timed timed(costs_.mapping);
    for (std::size_t l = 0; l < document.layer_count(); ++l) {
      SourceMap to_source(document);
      const internal::LayerData& layer = document.layer_at(l);
      for (std::uint32_t i = 0; i < layer.rows; ++i) to_source({layer.begin[i], layer.end[i]});
    }
  }

  Costs& costs_;
  DigestWriter digests_;
};

// The sample corpus, each file several times under names of their own.
std::string Copies(const WorkFolder& folder) {
  constexpr int kCopies = 30;
  const fs::path in = folder.path() / "in";
  fs::create_directory(in);
  for (int i = 0; i < kCopies; ++i) {
    fs::copy(KOPPEL_SOURCE_DIR "/pipelines/sample", in / fmt::format("{:02}", i),
             fs::copy_options::recursive);
  }
  return in.string();
}

// What `koppel run` does beside the run itself.
void ListFiles(const Pipeline& pipeline, const RunReport& report, const fs::path& out,
               double& seconds) {
  const Timed timed(seconds);
  Must(WriteInputList(Must(ListInputFiles(pipeline, report.given, 1)), {}, out));
  std::vector<WrittenFile> written;
  for (const auto& entry : fs::recursive_directory_iterator(out)) {
    if (!entry.is_regular_file()) continue;
    written.push_back({entry.path().lexically_relative(out).string(),
                       Hex(Must(Sha256OfFile(entry.path()))), entry.file_size()});
  }
  Must(WriteOutputList(written, out));
  ProgramDigest();
}

void PrintRow(std::string_view what, double seconds, double run) {
  fmt::print("| {} | {:.1f} | {:.2f} % |\n", what, 1000 * seconds, 100 * seconds / run);
}

void Print(const RunReport& report, const Costs& costs, double run) {
  fmt::print(
      "{} documents, {:.1f} MB, welzijn.yaml, one thread: {:.2f} s of the processor without its "
      "account\n\n| part | ms | of the run without |\n| --- | ---: | ---: |\n",
      report.read, static_cast<double>(report.bytes) / 1e6, run);
  PrintRow("digests", costs.digests, run);
  PrintRow("ledger of edits", costs.edits, run);
  PrintRow("decisions with evidence", costs.decisions, run);
  PrintRow("files listed and hashed", costs.files, run);
  PrintRow("the account, all of it", costs.digests + costs.edits + costs.decisions + costs.files,
           run);
  PrintRow("beside it: spans mapped to the source for documents.jsonl", costs.mapping, run);
}

void Main() {
  const WorkFolder folder;
  const Registry registry = Registry::Scan({KOPPEL_BINARY_DIR "/lib/koppel"});
  const LoadedPipeline loaded = LoadPipeline(KOPPEL_SOURCE_DIR "/pipelines/welzijn.yaml", registry);
  if (!loaded.problems.empty()) std::exit(1);
  Costs costs;
  RunOptions options;
  options.inputs = {Copies(folder)};
  options.out = folder.path() / "out";
  options.threads = 1;
  options.extra_writers.push_back({"probe", std::make_unique<Probe>(costs)});
  double all = 0;
  const RunReport report = [&] {
    const Timed timed(all);
    return Must(Run(loaded.pipeline, registry, options));
  }();
  Must(report.failure);
  ListFiles(loaded.pipeline, report, options.out, costs.files);
  Print(report, costs,
        all - costs.probing - costs.digests - costs.edits - costs.decisions - costs.mapping);
}

}  // namespace
}  // namespace koppel::bench

int main() { koppel::bench::Main(); }
