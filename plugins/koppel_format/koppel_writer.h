#pragma once

#include <memory>
#include <string>

#include "koppel/component.h"
#include "koppel/container.h"

namespace koppel::koppel_format {

// Component write.koppel: documents with everything that is known of them, in one file.
class KoppelWriter : public Writer {
 public:
  struct Params {
    std::string path = "documents.koppel";
  };
  static void Declare(ParamSpec<Params>& spec);
  static constexpr Traits kTraits{
      .help = "Writes whole documents with their history to one compressed file with an index.",
      .concurrency = Concurrency::kParallel};

  explicit KoppelWriter(Params params) : params_(std::move(params)) {}

  Status Open(Setup& setup) override;
  Status Render(const Document& document, std::string& out) const override {
    return EncodeRecord(document, out);
  }
  Status Append(std::string_view document_id, std::string_view rendered) override {
    return container_->Append(document_id, rendered);
  }
  Status Close() override { return container_->Close(); }

 private:
  Params params_;
  std::unique_ptr<ContainerWriter> container_;
};

}  // namespace koppel::koppel_format
