// A reader of documents in memory, a step that does nothing, and a writer that keeps nothing: what
// is left is the cost of the framework.
#pragma once

#include <memory>
#include <string>

#include "koppel/component.h"

namespace koppel::bench {

// Each line of a file is a document of its own, as often as `copies` says.
class MemoryReader : public Reader {
 public:
  static constexpr std::string_view kExtensions[] = {".bench"};
  static constexpr Traits kTraits{.help = "Lines of a file, from memory.",
                                  .extensions = kExtensions};
  struct Params : FileParams {
    std::int64_t copies = 1;
  };
  static void Declare(ParamSpec<Params>& spec) {
    FileParams::DeclarePaths(spec);
    spec.Field("copies", &Params::copies, "How often the file is read.").AtLeast(1);
  }
  explicit MemoryReader(Params params) : params_(std::move(params)) {}

  Result<std::unique_ptr<Records>> Split(const std::filesystem::path& path) override;
  Status Parse(const Item& item, Document& document, Context& context) override;

 private:
  Params params_;
};

class Empty : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Does nothing."};
  Status Process(Document&, Context&) override { return Ok(); }
};

class Protobuf : public Writer {
 public:
  static constexpr Traits kTraits{.help = "Makes the stored form and drops it."};
  Status Open(Setup&) override { return Ok(); }
  Status Render(const Document& document, std::string& out) const override;
  Status Append(std::string_view, std::string_view) override { return Ok(); }
  Status Close() override { return Ok(); }
};

class Drop : public Writer {
 public:
  static constexpr Traits kTraits{.help = "Drops everything."};
  Status Open(Setup&) override { return Ok(); }
  Status Render(const Document&, std::string&) const override { return Ok(); }
  Status Append(std::string_view, std::string_view) override { return Ok(); }
  Status Close() override { return Ok(); }
};

}  // namespace koppel::bench
