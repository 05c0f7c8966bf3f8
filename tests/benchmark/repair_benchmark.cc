// What repair costs: each component and the whole chain, on text with nothing to repair and on text
// broken to lines with hyphens, beside memcpy and ICU in one run; and peak memory against the size
// of the document. Prints Markdown tables. `repair_benchmark speed` leaves the memory out.
#include <fmt/format.h>
#include <time.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/utext.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string_view>

#include "bench_corpus.h"
#include "dehyphenate/dehyphenate.h"
#include "koppel/testkit/harness.h"
#include "koppel/utf8.h"
#include "layout/layout.h"
#include "normalize/normalize.h"
#include "paragraphs/paragraphs.h"

namespace koppel::bench {
namespace {

// Time of this thread alone: what else the machine does is left out.
struct Clock {
  using duration = std::chrono::duration<double>;
  static duration now() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return duration(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9);
  }
};

constexpr std::size_t kDocumentBytes = 100'000;
constexpr std::size_t kDocuments = 100;
constexpr int kRounds = 5;

void Require(const Status& status) {
  if (status.ok()) return;
  fmt::print(stderr, "repair_benchmark: {}\n", status.ToString());
  std::exit(1);
}

// Running words of the sample corpus, again and again; each document begins at another one.
class Words {
 public:
  Words() {
    for (const std::string& text : SampleTexts()) {
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n\f\t\r", begin), text.size());
        const std::string word = text.substr(begin, end - begin);
        // Hyphens at line ends would be breaks of their own, other spaces a thing to repair.
        if (!word.empty() && word.back() != '-' && word.find("\u00A0") == std::string::npos)
          words_.push_back(word);
        begin = end + 1;
      }
    }
  }
  void StartAt(std::size_t word) { next_ = word; }
  const std::string& Next() { return words_[next_++ % words_.size()]; }

 private:
  std::vector<std::string> words_;
  std::size_t next_ = 0;
};

constexpr std::size_t kWordsInParagraph = 80;

// One paragraph to a line, a blank line between them.
std::string Clean(Words& words, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    if (!text.empty()) text += "\n\n";
    for (std::size_t i = 0; i < kWordsInParagraph; ++i) {
      if (i > 0) text += ' ';
      text += words.Next();
    }
  }
  return text;
}

// The place where a word of plain letters may be broken with `room` bytes left, or 0.
std::size_t BreakOf(std::string_view word, std::size_t room) {
  constexpr std::size_t kLeast = 4;  // letters on either side
  if (word.size() < 2 * kLeast || room <= kLeast) return 0;
  const bool plain =
      std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return plain ? std::min(room - 1, word.size() - kLeast) : 0;
}

// The same words broken to lines, with hyphens wherever a word can be broken.
std::string Hyphenated(Words& words, std::size_t bytes) {
  constexpr std::size_t kWidth = 64;
  std::string text;
  std::size_t column = 0;
  while (text.size() < bytes) {
    for (std::size_t i = 0; i < kWordsInParagraph; ++i) {
      std::string_view word = words.Next();
      if (column > 0 && column + 1 + word.size() > kWidth) {
        const std::size_t part = column + 1 < kWidth ? BreakOf(word, kWidth - column - 1) : 0;
        if (part > 0) text.append(" ").append(word.substr(0, part)).append("-");
        word.remove_prefix(part);
        text += '\n';
        column = 0;
      }
      if (column > 0) text += ' ';
      column += word.size() + (column > 0);
      text += word;
    }
    text += '\n';
    column = 0;
  }
  return text;
}

using Corpus = std::vector<std::string>;

Corpus Make(std::string (*make)(Words&, std::size_t)) {
  Words words;
  Corpus corpus;
  for (std::size_t i = 0; i < kDocuments; ++i) {
    words.StartAt(i * 37);
    corpus.push_back(make(words, kDocumentBytes));
  }
  return corpus;
}

std::size_t Bytes(const Corpus& corpus) {
  std::size_t bytes = 0;
  for (const std::string& text : corpus) bytes += text.size();
  return bytes;
}

// Best of several: these machines are noisy.
double MegabytesPerSecond(const Corpus& corpus,
                          const std::function<void(const std::string&)>& work) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const auto start = Clock::now();
    for (const std::string& text : corpus) work(text);
    best = std::min(best, (Clock::now() - start).count());
  }
  return static_cast<double>(Bytes(corpus)) / 1e6 / best;
}

double CopyMemory(const Corpus& corpus) {
  std::string target(2 * kDocumentBytes, ' ');
  return MegabytesPerSecond(corpus, [&](const std::string& text) {
    std::memcpy(target.data(), text.data(), text.size());
    asm volatile("" : : "r"(target.data()) : "memory");
  });
}

double CheckNfc(const Corpus& corpus) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  return MegabytesPerSecond(corpus, [&](const std::string& text) {
    if (!nfc->isNormalizedUTF8(icu::StringPiece(text), error)) std::abort();
  });
}

double BreakWords(const Corpus& corpus) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale("nl"), error));
  UText* view = nullptr;
  const double speed = MegabytesPerSecond(corpus, [&](const std::string& text) {
    view = utext_openUTF8(view, text.data(), static_cast<std::int64_t>(text.size()), &error);
    words->setText(view, error);
    while (words->next() != icu::BreakIterator::DONE) {
    }
  });
  utext_close(view);
  return speed;
}

class Chain {
 public:
  static constexpr std::string_view kNames[] = {"text.normalize", "text.layout", "text.dehyphenate",
                                                "text.paragraphs"};

  explicit Chain(const Corpus& corpus) : corpus_(corpus) {
    testkit::TestSetup setup(KOPPEL_BINARY_DIR "/lib/koppel/text");
    for (Processor* step : steps_) Require(step->Open(setup));
    std::unique_ptr<Model> model = dehyphenate_.NewModel();
    for (const std::string& text : corpus) {
      Start(text);
      for (Processor* step : {steps_[0], steps_[1]}) Call(*step);
      Require(dehyphenate_.Observe(document_, *model));
    }
    dehyphenate_.Freeze(std::move(model));
  }

  // MB/s of one step on what the steps before it leave.
  double Step(std::size_t index) {
    double best = 1e9;
    for (int round = 0; round < kRounds; ++round) {
      Clock::duration spent{};
      for (const std::string& text : corpus_) {
        Start(text);
        for (std::size_t i = 0; i < index; ++i) Call(*steps_[i]);
        const auto start = Clock::now();
        Call(*steps_[index]);
        spent += Clock::now() - start;
      }
      best = std::min(best, spent.count());
    }
    return static_cast<double>(Bytes(corpus_)) / 1e6 / best;
  }

  // All steps, from the bytes of the document.
  double All() {
    return MegabytesPerSecond(corpus_, [&](const std::string& text) {
      Start(text);
      for (Processor* step : steps_) Call(*step);
    });
  }

 private:
  static text::Dehyphenate::Params Dutch() {
    text::Dehyphenate::Params params;
    params.language = "nl";
    return params;
  }
  void Start(const std::string& text) {
    document_.Reset();
    Require(document_.SetText(text));
  }
  void Call(Processor& step) {
    Require(step.Process(document_, context_));
    document_.Seal();
  }

  const Corpus& corpus_;
  text::Normalize normalize_{{}};
  text::Layout layout_{{}};
  text::Dehyphenate dehyphenate_{Dutch()};
  text::Paragraphs paragraphs_;
  Processor* steps_[4] = {&normalize_, &layout_, &dehyphenate_, &paragraphs_};
  Document document_;
  testkit::TestContext context_;
};

void Print(std::string_view name, double clean, double hyphenated) {
  fmt::print("| {} | {:.0f} | {:.0f} |\n", name, clean, hyphenated);
}

void PrintSpeed() {
  const Corpus clean = Make(&Clean), hyphenated = Make(&Hyphenated);
  fmt::print("\n{} documents of {} kB, one core, MB/s\n\n", kDocuments, kDocumentBytes / 1000);
  fmt::print("| | nothing to repair | lines with hyphens |\n| --- | ---: | ---: |\n");
  Print("memcpy", CopyMemory(clean), CopyMemory(hyphenated));
  Print("ICU, check of NFC", CheckNfc(clean), CheckNfc(hyphenated));
  Print("ICU, word breaks", BreakWords(clean), BreakWords(hyphenated));
  Chain on_clean(clean), on_hyphenated(hyphenated);
  for (std::size_t i = 0; i < std::size(Chain::kNames); ++i)
    Print(Chain::kNames[i], on_clean.Step(i), on_hyphenated.Step(i));
  Print("the four in a chain", on_clean.All(), on_hyphenated.All());
}

constexpr char kPipeline[] =
    "koppel: 1\n"
    "name: repair\n"
    "read: {use: read.text}\n"
    "steps:\n"
    "  - use: text.normalize\n"
    "  - use: text.layout\n"
    "  - {use: text.dehyphenate, with: {language: nl}}\n"
    "  - use: text.paragraphs\n"
    "write: {use: write.text, with: {folder: text}}\n";

Usage RunOn(const WorkFolder& folder, const std::function<std::string()>& make, double& size) {
  const std::string input = folder.WriteInChild("document.txt", make);
  size = static_cast<double>(std::filesystem::file_size(input));
  const std::string out = (folder.path() / "out").string();
  std::filesystem::remove_all(out);
  return UsageOf(folder.Write("repair.yaml", kPipeline), input, out);
}

std::string Repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + part.size());
  while (text.size() < bytes) text += part;
  return text;
}

// Documents of one kind and growing size. A factor that grows would show what is not linear.
void PrintLinearity() {
  const WorkFolder folder;
  Words words;
  double size = 0;
  // One word broken at a line end: what the dictionaries take is no matter of the document.
  const Usage least = RunOn(
      folder, [] { return std::string("onder-\nwijs"); }, size);
  const auto print = [&](std::string_view name, const std::function<std::string()>& make) {
    const Usage usage = RunOn(folder, make, size);
    const double seconds = usage.seconds - least.seconds;
    if (seconds < least.seconds) {
      fmt::print("| {} | {:.1f} | too little to tell from the start of the program | | |\n", name,
                 size / 1e6);
      return;
    }
    fmt::print("| {} | {:.1f} | {:.2f} | {:.0f} | {:.1f} |\n", name, size / 1e6, seconds,
               size / 1e6 / seconds, (usage.bytes - least.bytes) / size);
  };
  fmt::print(
      "One document, two passes with reading and writing; {:.0f} MB and {:.2f} s for one of a word "
      "are taken off; dictionaries, where there are hyphens, are not\n\n| document | MB | s | MB/s "
      "| memory, times its size |\n"
      "| --- | ---: | ---: | ---: | ---: |\n",
      least.bytes / 1e6, least.seconds);
  constexpr std::size_t kUnit = 4'000'000, kMillion = 1'000'000;
  for (const std::size_t times : {1U, 4U, 16U}) {
    print(fmt::format("nothing to repair, x{}", times),
          [&] { return Clean(words, times * kUnit); });
    print(fmt::format("lines with hyphens, x{}", times),
          [&] { return Hyphenated(words, times * kUnit); });
  }
  print("a million hyphens at line ends", [] { return Repeated("onder-\nwijs", 11 * kMillion); });
  print("a million hyphens alone on their lines", [] { return Repeated("-\n", 2 * kMillion); });
  print("a million form feeds", [] { return Repeated("\f", kMillion); });
  print("a million pages of one line", [] { return Repeated("12\n\f", 4 * kMillion); });
  print("one line of 100 MB", [] { return Repeated("een zin zonder einde, ", 100 * kMillion); });
}

}  // namespace
}  // namespace koppel::bench

int main(int argc, char** argv) {
  if (argc < 2 || std::string_view(argv[1]) != "speed") koppel::bench::PrintLinearity();
  koppel::bench::PrintSpeed();
}
