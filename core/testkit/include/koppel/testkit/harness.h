// Calls a component as the host would, without a host.
//
//   TestSetup setup(KOPPEL_PLUGIN_DIR);
//   TestContext context("step");
//   auto document = MakeDocument("een zin");
//   REQUIRE(Run(component, *document, setup, context).ok());
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/component.h"
#include "koppel/document.h"

namespace koppel::testkit {

// A document with the given text, id "test". The text must be UTF-8.
std::unique_ptr<Document> MakeDocument(std::string_view text, std::string_view language = {});

class TestSetup : public Setup {
 public:
  explicit TestSetup(std::filesystem::path plugin_folder, std::filesystem::path output_folder = {});

  const std::filesystem::path& plugin_folder() const override { return plugin_folder_; }
  Result<std::filesystem::path> OutputPath(std::string_view relative) override;
  Result<std::string> ReadResource(const std::filesystem::path& path) override;
  Status RecordResource(const std::filesystem::path&) override { return Ok(); }
  bool FindResource(const std::filesystem::path& path) override;
  void Note(std::string message) override { notes.push_back(std::move(message)); }

  std::vector<std::string> notes;

 protected:
  std::shared_ptr<const void> FindShared(const std::string& key) override;
  void KeepShared(const std::string& key, std::shared_ptr<const void> object) override;

 private:
  std::filesystem::path plugin_folder_, output_folder_;
  std::map<std::string, std::shared_ptr<const void>> shared_;
};

class TestContext : public Context {
 public:
  explicit TestContext(std::string step = "test") : step_(std::move(step)) {}

  std::string_view step() const override { return step_; }
  void Filter(std::string reason) override { filtered = std::move(reason); }
  void Warn(std::string message) override { warnings.push_back(std::move(message)); }
  std::uint64_t seed() const override { return 1; }
  bool cancelled() const override { return false; }

  std::string filtered;
  std::vector<std::string> warnings;

 private:
  std::string step_;
};

// Open, the first pass where it is an Observer (over this one document), Process, Seal. The model
// goes through its stored form, as in a run that is taken up again.
Status Run(Processor& component, Document& document, Setup& setup, Context& context);

// The same over a corpus: an Observer sees all documents before the first is processed.
Status RunAll(Processor& component, const std::vector<Document*>& documents, Setup& setup,
              Context& context);

}  // namespace koppel::testkit
