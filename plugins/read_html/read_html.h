// read.html: a web page is one document, its text without the furniture around it.
#pragma once

#include <utility>

#include "common/charset.h"
#include "common/text_file.h"
#include "koppel/component.h"

namespace koppel::read_html {

class ReadHtml : public Reader {
 public:
  static constexpr std::string_view kExtensions[] = {".html",    ".htm",      ".xhtml",
                                                     ".html.gz", ".html.zst", ".htm.gz"};
  static constexpr LayerUse kProvides[] = {{"region", "kind,rule,text"}};
  static constexpr MetadataKey kMetadata[] = {{"author"},   {"encoding", common::kEncodings},
                                              {"language"}, {"published"},
                                              {"title"},    {"url"}};
  static constexpr Traits kTraits{
      .help = "Reads web pages: main text with headings, lists and numbered comments.",
      .provides_layers = kProvides,
      .concurrency = Concurrency::kParallel,
      .extensions = kExtensions,
      .metadata = kMetadata};

  enum class Furniture { kRemove, kKeep };
  struct Params : common::TextParams {
    Furniture boilerplate = Furniture::kRemove;
  };
  static void Declare(ParamSpec<Params>& spec);

  explicit ReadHtml(Params params) : params_(std::move(params)) {}

  // Sets metadata encoding and, where the page has them, title, author, published, url, language.
  Status Parse(const Item& item, Document& document, Context& context) override;

 private:
  Params params_;
};

}  // namespace koppel::read_html
