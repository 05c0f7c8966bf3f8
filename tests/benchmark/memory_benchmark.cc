// Time and peak memory of whole runs against the size of one document, for documents of several
// kinds and growing size: a factor that grows would show what is not linear. Prints Markdown
// tables.
#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <string_view>

#include "bench_corpus.h"
#include "bench_text.h"

namespace koppel::bench {
namespace {

constexpr std::size_t kMillion = 1'000'000;

constexpr char kRepair[] =
    "koppel: 1\n"
    "name: repair\n"
    "read: {use: read.text}\n"
    "steps:\n"
    "  - use: text.normalize\n"
    "  - use: text.running_heads\n"
    "  - use: text.layout\n"
    "  - {use: text.dehyphenate, with: {language: nl}}\n"
    "  - {use: text.fragments, with: {language: nl}}\n"
    "  - use: text.paragraphs\n"
    "write: {use: write.text, with: {folder: text}}\n";

std::string Repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + part.size());
  while (text.size() < bytes) text += part;
  return text;
}

// Runs of one pipeline on one document each.
class Table {
 public:
  Table(const WorkFolder& folder, std::string pipeline)
      : folder_(folder), pipeline_(std::move(pipeline)) {
    double size = 0;
    // One word broken at a line end: what the dictionaries take is no matter of the document.
    least_ = RunOn([] { return std::string("onder-\nwijs"); }, size);
    fmt::print(
        "\n{}, one document, all passes; {:.0f} MB and {:.2f} s for one of a word are taken "
        "off\n\n| document | MB | s | MB/s | memory, times its size |\n"
        "| --- | ---: | ---: | ---: | ---: |\n",
        std::filesystem::path(pipeline_).filename().string(), least_.bytes / 1e6, least_.seconds);
  }

  void Print(std::string_view name, const std::function<std::string()>& make) const {
    double size = 0;
    const Usage usage = RunOn(make, size);
    const double seconds = usage.seconds - least_.seconds;
    const double factor = (usage.bytes - least_.bytes) / size;
    if (seconds < least_.seconds) {
      fmt::print("| {} | {:.1f} | too little to tell | | {:.1f} |\n", name, size / 1e6, factor);
      return;
    }
    fmt::print("| {} | {:.1f} | {:.2f} | {:.1f} | {:.1f} |\n", name, size / 1e6, seconds,
               size / 1e6 / seconds, factor);
  }

 private:
  Usage RunOn(const std::function<std::string()>& make, double& size) const {
    const std::string input = folder_.WriteInChild("document.txt", make);
    size = static_cast<double>(std::filesystem::file_size(input));
    const std::string out = (folder_.path() / "out").string();
    std::filesystem::remove_all(out);
    return UsageOf(pipeline_, input, out);
  }

  const WorkFolder& folder_;
  std::string pipeline_;
  Usage least_;
};

void PrintGrowing(const Table& table, const Vocabulary& vocabulary,
                  std::initializer_list<std::size_t> sizes) {
  for (const std::size_t size : sizes) {
    table.Print("nothing to repair", [&] { return TextMaker(vocabulary, 1).Clean(size); });
    table.Print("lines with hyphens", [&] { return TextMaker(vocabulary, 2).Hyphenated(size); });
  }
}

void PrintHostile(const Table& table) {
  table.Print("one line", [] { return Repeated("een zin zonder einde, ", 100 * kMillion); });
  table.Print("a million hyphens at line ends",
              [] { return Repeated("onder-\nwijs", 11 * kMillion); });
  table.Print("a million hyphens alone on their lines",
              [] { return Repeated("-\n", 2 * kMillion); });
  table.Print("a million letters alone on their lines",
              [] { return Repeated("a\n", 2 * kMillion); });
  table.Print("a million empty lines", [] { return Repeated("\n", kMillion); });
  table.Print("a million form feeds", [] { return Repeated("\f", kMillion); });
  table.Print("a million pages of one line", [] { return Repeated("12\n\f", 4 * kMillion); });
}

void Main() {
  const Vocabulary vocabulary;
  const WorkFolder folder;
  {
    const Table repair(folder, folder.Write("repair.yaml", kRepair));
    PrintGrowing(repair, vocabulary, {4 * kMillion, 16 * kMillion, 64 * kMillion});
    PrintHostile(repair);
  }
  const Table all(folder, KOPPEL_SOURCE_DIR "/pipelines/welzijn.yaml");
  PrintGrowing(all, vocabulary, {2 * kMillion, 8 * kMillion, 32 * kMillion});
  PrintHostile(all);
}

}  // namespace
}  // namespace koppel::bench

int main() { koppel::bench::Main(); }
