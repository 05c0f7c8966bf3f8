// read.pdf: the text of a PDF in reading order, every word with its place on the page.
#pragma once

#include <utility>

#include "koppel/component.h"

namespace koppel::read_pdf {

class ReadPdf : public Reader {
 public:
  static constexpr std::string_view kExtensions[] = {".pdf", ".PDF"};
  static constexpr LayerUse kProvides[] = {{"page", "number,width,height,label"},
                                           {"box", "page,left,top,right,bottom,font_size,font"},
                                           {"region", "kind,rule,confidence"}};
  static constexpr MetadataKey kMetadata[] = {{"author"}, {"pages"}, {"title"}};
  static constexpr Traits kTraits{
      .help = "Reads the text of PDF files in reading order, with pages and word boxes.",
      .provides_layers = kProvides,
      .concurrency = Concurrency::kParallel,
      .extensions = kExtensions,
      .metadata = kMetadata};

  struct Params : FileParams {};
  static void Declare(ParamSpec<Params>& spec) { Params::DeclarePaths(spec); }

  explicit ReadPdf(Params) {}

  // A printed line is a line, clearly more white is a blank line, a page ends in a form feed. Sets
  // metadata title, author (where the file has them) and pages. Source offsets count in this text.
  Status Parse(const Item& item, Document& document, Context& context) override;
};

}  // namespace koppel::read_pdf
