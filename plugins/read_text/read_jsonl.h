// read.jsonl: every line of a file is a JSON object, and one document.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "koppel/component.h"

namespace koppel::read_text {

class ReadJsonl : public Reader {
 public:
  static constexpr std::string_view kExtensions[] = {".jsonl",     ".ndjson",    ".jsonl.gz",
                                                     ".ndjson.gz", ".jsonl.zst", ".ndjson.zst"};
  static constexpr MetadataKey kMetadata[] = {{"*"}};
  static constexpr Traits kTraits{
      .help = "Reads one document from each line of a file of JSON objects.",
      .concurrency = Concurrency::kPerThread,
      .extensions = kExtensions,
      .metadata = kMetadata};

  struct Params : FileParams {
    std::string text = "text";
    std::string id = "id";
    std::vector<std::string> metadata;
  };
  static void Declare(ParamSpec<Params>& spec);

  explicit ReadJsonl(Params params);
  ~ReadJsonl() override;

  // Streams: the file may be larger than memory. A record's number is its position among the lines
  // that are not blank.
  Result<std::unique_ptr<Records>> Split(const std::filesystem::path& path) override;
  // Source offsets count in the text's value, after JSON escapes.
  Status Parse(const Item& item, Document& document, Context& context) override;

 private:
  struct Parser;  // keeps the JSON library out of this header
  Params params_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace koppel::read_text
