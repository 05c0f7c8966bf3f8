// What repair costs: each component and the whole chain, on text with nothing to repair and on text
// broken to lines with hyphens, beside memcpy and ICU in one run. Prints Markdown tables.
// `repair_benchmark FOLDER` measures the .txt files of a folder instead.
#include <fmt/format.h>
#include <time.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "bench_corpus.h"
#include "bench_text.h"
#include "dehyphenate/dehyphenate.h"
#include "fragments/fragments.h"
#include "koppel/testkit/harness.h"
#include "layout/layout.h"
#include "layout/running_heads.h"
#include "normalize/normalize.h"
#include "paragraphs/paragraphs.h"

namespace koppel::bench {
namespace {

constexpr std::size_t kDocumentBytes = 100'000;
constexpr std::size_t kDocuments = 100;
constexpr int kRounds = 5;

// Time of this thread alone: what else the machine does is left out.
double Now() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

void Require(const Status& status) {
  if (status.ok()) return;
  fmt::print(stderr, "repair_benchmark: {}\n", status.ToString());
  std::exit(1);
}

using Corpus = std::vector<std::string>;

std::size_t Bytes(const Corpus& corpus) {
  std::size_t bytes = 0;
  for (const std::string& text : corpus) bytes += text.size();
  return bytes;
}

double Speed(const Corpus& corpus, double seconds) {
  return static_cast<double>(Bytes(corpus)) / 1e6 / seconds;
}

// MB/s, best of several: these machines are noisy.
double Best(const Corpus& corpus, const std::function<void(const std::string&)>& work) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const double start = Now();
    for (const std::string& text : corpus) work(text);
    best = std::min(best, Now() - start);
  }
  return Speed(corpus, best);
}

double CopyMemory(const Corpus& corpus) {
  std::string target;
  return Best(corpus, [&](const std::string& text) {
    target.resize(std::max(target.size(), text.size()));
    std::memcpy(target.data(), text.data(), text.size());
    asm volatile("" : : "r"(target.data()) : "memory");
  });
}

double CheckNfc(const Corpus& corpus) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  return Best(corpus, [&](const std::string& text) { (void)nfc->isNormalizedUTF8(text, error); });
}

double BreakWords(const Corpus& corpus) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("nl"), error));
  UText* view = nullptr;
  const double speed = Best(corpus, [&](const std::string& text) {
    view = utext_openUTF8(view, text.data(), static_cast<std::int64_t>(text.size()), &error);
    words->setText(view, error);
    while (words->next() != icu::BreakIterator::DONE) {
    }
  });
  utext_close(view);
  return speed;
}

// The steps of pipelines/repair.yaml but for the detection of the language.
class Chain {
 public:
  static constexpr std::array<std::string_view, 6> kNames = {"text.normalize", "text.running_heads",
                                                             "text.layout",    "text.dehyphenate",
                                                             "text.fragments", "text.paragraphs"};
  using Seconds = std::array<double, kNames.size()>;

  explicit Chain(Setup& setup) {
    for (Processor* step : steps_) Require(step->Open(setup));
  }
  // Knows what another has learnt, and has not asked a dictionary yet.
  Chain(Setup& setup, const Chain& learnt) : Chain(setup) {
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      models_[i] = learnt.models_[i];
      if (models_[i]) dynamic_cast<Observer&>(*steps_[i]).Freeze(models_[i]);
    }
  }

  // The first passes: what each observer takes on what the steps before it leave; 0 for others.
  Seconds Learn(const Corpus& corpus) {
    Seconds seconds{};
    for (std::size_t i = 0; i < steps_.size(); ++i) {
      auto* observer = dynamic_cast<Observer*>(steps_[i]);
      if (!observer) continue;
      std::unique_ptr<Model> model = observer->NewModel();
      for (const std::string& text : corpus) {
        Start(text);
        for (std::size_t before = 0; before < i; ++before) Call(before);
        const double start = Now();
        Require(observer->Observe(document_, *model));
        seconds[i] += Now() - start;
      }
      models_[i] = std::move(model);
      observer->Freeze(models_[i]);
    }
    return seconds;
  }

  // One pass over all documents.
  Seconds Repair(const Corpus& corpus) {
    Seconds seconds{};
    for (const std::string& text : corpus) {
      Start(text);
      for (std::size_t i = 0; i < steps_.size(); ++i) {
        const double start = Now();
        Call(i);
        seconds[i] += Now() - start;
      }
    }
    return seconds;
  }

 private:
  static text::Dehyphenate::Params Dutch() {
    text::Dehyphenate::Params params;
    params.language = "nl";
    return params;
  }
  static text::Fragments::Params DutchToo() {
    text::Fragments::Params params;
    params.language = "nl";
    return params;
  }
  void Start(const std::string& text) {
    document_.Reset();
    Require(document_.SetText(text));
  }
  void Call(std::size_t step) {
    Require(steps_[step]->Process(document_, context_));
    document_.Seal();
  }

  text::Normalize normalize_{{}};
  text::RunningHeads running_heads_;
  text::Layout layout_{{}};
  text::Dehyphenate dehyphenate_{Dutch()};
  text::Fragments fragments_{DutchToo()};
  text::Paragraphs paragraphs_;
  std::array<Processor*, kNames.size()> steps_ = {&normalize_,   &running_heads_, &layout_,
                                                  &dehyphenate_, &fragments_,     &paragraphs_};
  std::array<std::shared_ptr<const Model>, kNames.size()> models_;
  Document document_;
  testkit::TestContext context_;
};

// Least of each, over several rounds.
struct Costs {
  Chain::Seconds learn, cold, warm;  // cold: every word is one that no dictionary was asked for yet

  Costs() { learn = cold = warm = Unknown(); }
  static Chain::Seconds Unknown() {
    Chain::Seconds seconds{};
    seconds.fill(1e9);
    return seconds;
  }
};

void Lower(Chain::Seconds& best, const Chain::Seconds& seconds) {
  for (std::size_t i = 0; i < best.size(); ++i) best[i] = std::min(best[i], seconds[i]);
}

double Sum(const Chain::Seconds& seconds) {
  double sum = 0;
  for (const double part : seconds) sum += part;
  return sum;
}

Costs Measure(const Corpus& corpus, Setup& setup) {
  Costs costs;
  for (int round = 0; round < kRounds; ++round) {
    Chain first(setup);
    Lower(costs.learn, first.Learn(corpus));
    Chain chain(setup, first);
    Lower(costs.cold, chain.Repair(corpus));
    Lower(costs.warm, chain.Repair(corpus));
  }
  return costs;
}

struct Side {
  explicit Side(Corpus texts, Setup& setup)
      : corpus(std::move(texts)), costs(Measure(corpus, setup)) {}
  double Of(double seconds) const { return Speed(corpus, seconds); }

  Corpus corpus;
  Costs costs;
};

void Print(std::string_view name, const std::vector<Side>& sides,
           const std::function<double(const Side&)>& speed) {
  fmt::print("| {} |", name);
  for (const Side& side : sides) fmt::print(" {:.0f} |", speed(side));
  fmt::print("\n");
}

void PrintSpeed(const std::vector<Side>& sides) {
  Print("memcpy", sides, [](const Side& side) { return CopyMemory(side.corpus); });
  Print("ICU, check of NFC", sides, [](const Side& side) { return CheckNfc(side.corpus); });
  Print("ICU, word breaks", sides, [](const Side& side) { return BreakWords(side.corpus); });
  for (std::size_t i = 0; i < Chain::kNames.size(); ++i) {
    if (sides.front().costs.learn[i] > 0)
      Print(fmt::format("{}, first pass", Chain::kNames[i]), sides,
            [i](const Side& side) { return side.Of(side.costs.learn[i]); });
  }
  for (std::size_t i = 0; i < Chain::kNames.size(); ++i) {
    Print(Chain::kNames[i], sides, [i](const Side& side) { return side.Of(side.costs.warm[i]); });
  }
  Print("text.dehyphenate, cold", sides,
        [](const Side& side) { return side.Of(side.costs.cold[3]); });
  Print("all steps", sides, [](const Side& side) { return side.Of(Sum(side.costs.warm)); });
  Print("all steps, cold", sides, [](const Side& side) { return side.Of(Sum(side.costs.cold)); });
  Print("all steps, cold, and learning", sides,
        [](const Side& side) { return side.Of(Sum(side.costs.cold) + Sum(side.costs.learn)); });
}

// What a dictionary is asked for: the more words stand nowhere unbroken, the more often.
void PrintBroken(const TextMaker& maker, const Corpus& corpus) {
  const std::vector<std::string>& broken = maker.broken();
  const std::unordered_set<std::string> distinct(broken.begin(), broken.end());
  std::unordered_map<std::string, std::size_t> whole;
  for (const std::string& text : corpus) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find_first_of(" ,.\n", begin), text.size());
      if (end < text.size() && text[end - (end > begin)] != '-')
        ++whole[text.substr(begin, end - begin)];
      begin = end + 1;
    }
  }
  const auto seen = static_cast<std::size_t>(std::count_if(
      broken.begin(), broken.end(), [&](const std::string& word) { return whole.contains(word); }));
  fmt::print(
      "\n{} hyphens, {:.1f} in a kB, in {} words; {:.1f} % of them in words that stand nowhere "
      "unbroken\n",
      broken.size(), 1e3 * static_cast<double>(broken.size()) / static_cast<double>(Bytes(corpus)),
      distinct.size(),
      100 - 100.0 * static_cast<double>(seen) / static_cast<double>(broken.size()));
}

void MeasureMade(Setup& setup) {
  const Vocabulary vocabulary;
  TextMaker clean(vocabulary, 1), hyphenated(vocabulary, 2);
  Corpus clean_texts, hyphenated_texts;
  for (std::size_t i = 0; i < kDocuments; ++i) {
    clean_texts.push_back(clean.Clean(kDocumentBytes));
    hyphenated_texts.push_back(hyphenated.Hyphenated(kDocumentBytes));
  }
  fmt::print("\n{} documents of {} kB, one core, MB/s\n", kDocuments, kDocumentBytes / 1000);
  PrintBroken(hyphenated, hyphenated_texts);
  fmt::print("\n| | nothing to repair | lines with hyphens |\n| --- | ---: | ---: |\n");
  std::vector<Side> sides;
  sides.emplace_back(std::move(clean_texts), setup);
  sides.emplace_back(std::move(hyphenated_texts), setup);
  PrintSpeed(sides);
}

void MeasureFolder(const std::string& folder, Setup& setup) {
  std::vector<Side> sides;
  sides.emplace_back(TextsOf(folder), setup);
  fmt::print("\n| MB/s | {} |\n| --- | ---: |\n", folder);
  PrintSpeed(sides);
}

}  // namespace
}  // namespace koppel::bench

int main(int argc, char** argv) {
  koppel::testkit::TestSetup setup(KOPPEL_BINARY_DIR "/lib/koppel/text");
  if (argc > 1) {
    koppel::bench::MeasureFolder(argv[1], setup);
  } else {
    koppel::bench::MeasureMade(setup);
  }
}
