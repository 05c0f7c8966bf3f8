#pragma once

#include <memory>
#include <string_view>

#include "koppel/component.h"
#include "koppel/container.h"

namespace koppel::koppel_format {

// Component read.koppel: documents as write.koppel left them. Id, source and history are those of
// the first run.
class KoppelReader : public Reader {
 public:
  struct Params : FileParams {};
  static void Declare(ParamSpec<Params>& spec) { FileParams::DeclarePaths(spec); }
  static constexpr std::string_view kExtensions[] = {".koppel"};
  static constexpr Traits kTraits{
      .help = "Reads documents, with layers and history, from files of write.koppel.",
      .extensions = kExtensions,
      .stored_layers = true};

  explicit KoppelReader(Params) {}

  Result<std::unique_ptr<Records>> Split(const std::filesystem::path& path) override;
  Status Parse(const Item& item, Document& document, Context& context) override;

 private:
  RecordDecoder decoder_;
};

}  // namespace koppel::koppel_format
