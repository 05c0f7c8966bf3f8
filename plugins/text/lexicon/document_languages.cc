#include "lexicon/document_languages.h"

#include <fmt/format.h>

namespace koppel::text {
namespace {

constexpr std::string_view kAuto = "auto";

Status Record(const LanguageResources& language, Setup& setup) {
  for (const MissingFile& file : language.dictionary->Missing()) {
    setup.FindResource(file.path);
    setup.Note(fmt::format("no {}: words in {} text are judged without it; install {}", file.path,
                           language.data.code, file.package));
  }
  for (const std::string& path : language.dictionary->Present()) {
    KOPPEL_RETURN_IF_ERROR(setup.RecordResource(path));
  }
  return Ok();
}

Result<std::shared_ptr<const Languages>> Load(Setup& setup) {
  auto languages = Languages::Load(setup.plugin_folder() / "data");
  if (!languages.ok()) return languages;
  for (const LanguageResources& each : (*languages)->all())
    KOPPEL_RETURN_IF_ERROR(setup.RecordResource(each.file));
  return languages;
}

}  // namespace

Status DocumentLanguages::Open(Setup& setup, std::string language) {
  language_ = std::move(language);
  auto loaded = setup.Shared<Languages>("text.languages", [&] { return Load(setup); });
  if (!loaded.ok()) return std::move(loaded).status();
  languages_ = *loaded;
  const LanguageResources* fixed = languages_->Find(language_);
  if (language_ != kAuto && fixed == nullptr) {
    std::vector<std::string_view> choices = {kAuto};
    for (const LanguageResources& each : languages_->all()) choices.push_back(each.data.code);
    return CheckChoice(kParam, language_, choices);
  }
  for (const LanguageResources& each : languages_->all()) {
    if (language_ == kAuto || &each == fixed) KOPPEL_RETURN_IF_ERROR(Record(each, setup));
  }
  return Ok();
}

const LanguageResources& DocumentLanguages::Of(const Document& document) const {
  const std::string_view code =
      language_ == kAuto ? document.language() : std::string_view(language_);
  if (const LanguageResources* language = languages_->Find(code)) return *language;
  return code.empty() ? languages_->Guess(document.text()) : languages_->neutral();
}

Lexicon& DocumentLanguages::LexiconOf(const LanguageResources& language) {
  auto& lexicon = lexicons_[&language];
  if (!lexicon) lexicon = std::make_unique<InstalledLexicon>(language.dictionary);
  return *lexicon;
}

}  // namespace koppel::text
