#include "read_pdf.h"

#include <fmt/format.h>

#include "koppel/layers.h"
#include "page_text.h"
#include "pdf_file.h"

namespace koppel::read_pdf {
namespace {

struct ReadPage {
  PdfPage page;
  PageText text;
};

Result<std::vector<ReadPage>> ReadPages(const PdfFile& file, std::string& text,
                                        const Context& context) {
  std::vector<ReadPage> pages;
  for (int i = 0; i < file.pages(); ++i) {
    if (context.cancelled()) return Status(ErrorKind::kCancelled, "stopped");
    Result<PdfPage> page = file.ReadPage(i);
    if (!page.ok()) return std::move(page).status();
    if (i > 0) text += '\f';
    PageText placed = AppendPage(*page, text);
    pages.push_back({*std::move(page), std::move(placed)});
    if (text.size() > Document::kMaxTextBytes)
      return BadInput("the text is larger than a document may be");
  }
  return pages;
}

void AddBox(const PdfPage& page, const PlacedWord& placed, Ref<Page> row, Layer<Box> layer) {
  const Rect& box = page.boxes[placed.word];
  const Word& word = page.words[placed.word];
  auto added = layer.Add(placed.span);
  added.Set(Box::page, row)
      .Set(Box::left, box.left)
      .Set(Box::top, box.top)
      .Set(Box::right, box.right)
      .Set(Box::bottom, box.bottom);
  if (word.font_size > 0) added.Set(Box::font_size, word.font_size);
  if (!word.font.empty()) added.Set(Box::font, word.font);
}

void AddLayers(const std::vector<ReadPage>& pages, Document& document) {
  auto page_layer = document.layer<Page>();
  auto box_layer = document.layer<Box>();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const PdfPage& page = pages[i].page;
    auto row = page_layer.Add(pages[i].text.span);
    row.Set(Page::number, static_cast<std::int64_t>(i + 1))
        .Set(Page::width, page.width)
        .Set(Page::height, page.height);
    if (!page.label.empty()) row.Set(Page::label, page.label);
    const Ref<Page> ref = row.ref();
    for (const PlacedWord& placed : pages[i].text.words) AddBox(page, placed, ref, box_layer);
  }
}

Region::Kind RegionKind(EdgeKind kind) {
  switch (kind) {
    case EdgeKind::kHeader:
      return Region::Kind::kHeader;
    case EdgeKind::kFooter:
      return Region::Kind::kFooter;
    case EdgeKind::kPageNumber:
      return Region::Kind::kPageNumber;
    case EdgeKind::kNone:
      break;
  }
  return Region::Kind::kBody;
}

void AddEdges(const std::vector<ReadPage>& pages, Document& document) {
  constexpr double kConfidence = 0.9;
  for (const ReadPage& page : pages) {
    for (const EdgeLine& edge : page.text.edges) {
      document.layer<Region>()
          .Add(edge.span)
          .Set(Region::kind, RegionKind(edge.kind))
          .Set(Region::rule, "page_edge")
          .Set(Region::confidence, kConfidence);
    }
  }
}

void SetSource(const PdfFile& file, Document& document) {
  Source source = document.source();
  source.media_type = "application/pdf";
  source.content = SourceContent::kExtraction;
  document.set_source(source);
  if (const std::string title = file.title(); !title.empty()) document.SetMetadata("title", title);
  if (const std::string author = file.author(); !author.empty())
    document.SetMetadata("author", author);
  document.SetMetadata("pages", fmt::format("{}", file.pages()));
}

bool HasWords(const std::vector<ReadPage>& pages) {
  for (const ReadPage& page : pages) {
    if (!page.text.words.empty()) return true;
  }
  return false;
}

}  // namespace

Status ReadPdf::Parse(const Item& item, Document& document, Context& context) {
  Result<std::unique_ptr<PdfFile>> file = PdfFile::Open(item.bytes);
  if (!file.ok()) return std::move(file).status();
  std::string text;
  Result<std::vector<ReadPage>> pages = ReadPages(**file, text, context);
  if (!pages.ok()) return std::move(pages).status();
  if (!HasWords(*pages)) {
    return BadInput(fmt::format("PDF without text on its {} pages: scanned? Read it with OCR first",
                                pages->size()));
  }
  if (const std::string complaint = (*file)->complaint(); !complaint.empty()) {
    context.Warn(fmt::format("damaged PDF, parts may be missing: {}", complaint));
  }
  SetSource(**file, document);
  KOPPEL_RETURN_IF_ERROR(document.SetText(std::move(text)));
  AddLayers(*pages, document);
  AddEdges(*pages, document);
  return Ok();
}

}  // namespace koppel::read_pdf
