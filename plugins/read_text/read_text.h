// read.text: a plain text file is one document.
#pragma once

#include <utility>

#include "common/charset.h"
#include "common/text_file.h"
#include "koppel/component.h"

namespace koppel::read_text {

class ReadText : public Reader {
 public:
  static constexpr std::string_view kExtensions[] = {
      ".txt", ".text", ".md", ".txt.gz", ".text.gz", ".md.gz", ".txt.zst", ".text.zst", ".md.zst"};
  static constexpr MetadataKey kMetadata[] = {{"encoding", common::kEncodings}};
  static constexpr Traits kTraits{
      .help = "Reads plain text in UTF-8, UTF-16, windows-1252 or iso-8859-1, also gzip or zstd.",
      .concurrency = Concurrency::kParallel,
      .extensions = kExtensions,
      .metadata = kMetadata};

  struct Params : common::TextParams {};
  static void Declare(ParamSpec<Params>& spec) { Params::DeclareText(spec); }

  explicit ReadText(Params params) : params_(std::move(params)) {}

  // Sets metadata `encoding`. Line ends stay as they are.
  Status Parse(const Item& item, Document& document, Context& context) override;

 private:
  Params params_;
};

}  // namespace koppel::read_text
