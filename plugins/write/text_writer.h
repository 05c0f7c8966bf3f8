#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "koppel/component.h"

namespace koppel::write {

// Component write.text: the repaired text of each document as a file.
class TextWriter : public Writer {
 public:
  struct Params {
    std::string folder = "text";
  };
  static void Declare(ParamSpec<Params>& spec);
  static constexpr Traits kTraits{.help = "Writes the text of each document to a file of its own.",
                                  .concurrency = Concurrency::kParallel};

  explicit TextWriter(Params params) : params_(std::move(params)) {}

  Status Open(Setup& setup) override;
  // The text as it stands, with a line break at its end.
  Status Render(const Document& document, std::string& out) const override;
  // Ids that lead to one name ("a" and "../a") are kept apart by "~2", "~3" in the order of the
  // documents.
  Status Append(std::string_view document_id, std::string_view rendered) override;
  Status Close() override { return Ok(); }

 private:
  Params params_;
  std::filesystem::path folder_;
  std::set<std::string, std::less<>> names_;
};

}  // namespace koppel::write
