#include "koppel/testkit/harness.h"

#include <stdexcept>

#include "koppel/io.h"
#include "koppel/testkit/model.h"

namespace koppel::testkit {

std::unique_ptr<Document> MakeDocument(std::string_view text, std::string_view language) {
  auto document = std::make_unique<Document>();
  document->set_id("test");
  if (Status status = document->SetText(std::string(text)); !status.ok())
    throw std::invalid_argument(status.message());
  if (!language.empty()) document->SetMetadata("language", language);
  return document;
}

TestSetup::TestSetup(std::filesystem::path plugin_folder, std::filesystem::path output_folder)
    : plugin_folder_(std::move(plugin_folder)), output_folder_(std::move(output_folder)) {}

Result<std::filesystem::path> TestSetup::OutputPath(std::string_view relative) {
  return PathBelow(output_folder_, relative);
}

Result<std::string> TestSetup::ReadResource(const std::filesystem::path& path) {
  return ReadFile(path);
}

bool TestSetup::FindResource(const std::filesystem::path& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

std::shared_ptr<const void> TestSetup::FindShared(const std::string& key) {
  const auto found = shared_.find(key);
  return found == shared_.end() ? nullptr : found->second;
}

void TestSetup::KeepShared(const std::string& key, std::shared_ptr<const void> object) {
  if (object) shared_[key] = std::move(object);
}

Status Run(Processor& component, Document& document, Setup& setup, Context& context) {
  return RunAll(component, {&document}, setup, context);
}

Status RunAll(Processor& component, const std::vector<Document*>& documents, Setup& setup,
              Context& context) {
  KOPPEL_RETURN_IF_ERROR(component.Open(setup));
  if (auto* observer = dynamic_cast<Observer*>(&component)) {
    std::unique_ptr<Model> model = observer->NewModel();
    for (const Document* document : documents)
      KOPPEL_RETURN_IF_ERROR(observer->Observe(*document, *model));
    Result<std::unique_ptr<Model>> loaded = Reloaded(*observer, *model);
    if (!loaded.ok()) return std::move(loaded).status();
    observer->Freeze(*std::move(loaded));
  }
  for (Document* document : documents) {
    KOPPEL_RETURN_IF_ERROR(component.Process(*document, context));
    document->Seal();
  }
  return Ok();
}

}  // namespace koppel::testkit
