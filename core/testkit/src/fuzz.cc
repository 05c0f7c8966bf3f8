#include "koppel/testkit/fuzz.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace koppel::testkit {
namespace {

[[noreturn]] void Violation(std::string_view what) {
  std::fprintf(stderr, "violated: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

std::size_t SourceSize(const Document& document, std::size_t file_size) {
  switch (document.source().content) {
    case SourceContent::kFile:
      return file_size;
    case SourceContent::kValue:
    case SourceContent::kExtraction:
      return document.TextAt(0).size();
    case SourceContent::kDecompressed:
      break;
  }
  return Document::kMaxTextBytes;
}

void CheckSpans(const Document& document, const internal::LayerData& layer, std::size_t limit) {
  SourceMap map(document);
  for (std::uint32_t row = 0; row < layer.rows; ++row) {
    const Span source = map({layer.begin[row], layer.end[row]});
    if (source.begin > source.end || source.end > limit)
      Violation("a span leads out of the source");
  }
}

class ScratchFile {
 public:
  explicit ScratchFile(std::string_view extension)
      : path_(std::filesystem::temp_directory_path() /
              ("koppel-fuzz-" + std::to_string(::getpid()) + std::string(extension))) {}
  ~ScratchFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  void Write(std::string_view bytes) {
    std::ofstream file(path_, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

std::string AsUtf8(FuzzInput input) {
  std::string text(AsText(input));
  std::size_t at = 0;
  for (std::size_t bad; (bad = FindInvalidUtf8(std::string_view(text).substr(at))) != text.npos;) {
    at += bad;
    text[at++] = '?';
  }
  return text;
}

void CheckStatus(const Status& status) {
  if (status.ok() || status.kind() == ErrorKind::kBadInput || status.kind() == ErrorKind::kIo)
    return;
  Violation(status.ToString());
}

void CheckDocument(const Document& document, std::size_t file_size) {
  if (FindInvalidUtf8(document.text()) != std::string_view::npos) Violation("text is not UTF-8");
  const std::size_t limit = SourceSize(document, file_size);
  for (std::size_t i = 0; i < document.layer_count(); ++i) {
    const internal::LayerData& layer = document.layer_at(i);
    if (const Status status = document.CheckLayer(layer.schema->name); !status.ok())
      Violation(status.ToString());
    CheckSpans(document, layer, limit);
  }
  const auto size = static_cast<std::uint32_t>(document.text().size());
  if (document.ToSource({0, size}).end > limit) Violation("the text leads out of the source");
}

int FuzzReader(Reader& reader, FuzzInput input, std::string_view name) {
  Document document;
  TestContext context;
  Item item;
  item.uri = name;
  item.bytes = AsText(input);
  const Status status = reader.Parse(item, document, context);
  CheckStatus(status);
  document.Seal();
  if (status.ok()) CheckDocument(document, input.size());
  return 0;
}

int FuzzRecords(Reader& reader, FuzzInput input, std::string_view extension) {
  static ScratchFile file(extension);
  file.Write(AsText(input));
  Result<std::unique_ptr<Records>> records = reader.Split(file.path());
  CheckStatus(records.status());
  if (!records.ok()) return 0;
  for (;;) {
    Item item;
    Result<bool> more = (*records)->Next(item);
    CheckStatus(more.status());
    if (!more.ok() || !*more) return 0;
    Document document;
    TestContext context;
    const Status status = reader.Parse(item, document, context);
    CheckStatus(status);
    document.Seal();
    if (status.ok()) CheckDocument(document, Document::kMaxTextBytes);
  }
}

int FuzzProcessor(Processor& component, FuzzInput input) {
  const auto document = MakeDocument(AsUtf8(input));
  TestContext context;
  if (auto* observer = dynamic_cast<Observer*>(&component)) {
    std::unique_ptr<Model> model = observer->NewModel();
    CheckStatus(observer->Observe(*document, *model));
    observer->Freeze(std::move(model));
  }
  CheckStatus(component.Process(*document, context));
  document->Seal();
  CheckDocument(*document, document->TextAt(0).size());
  return 0;
}

}  // namespace koppel::testkit
