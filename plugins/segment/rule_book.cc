#include "rule_book.h"

#include "koppel/files.h"

namespace koppel::segment {
namespace {

constexpr std::string_view kAnyLanguage = "und";

Status Add(Setup& setup, const std::filesystem::path& file, LanguageRules& rules) {
  Result<std::string> data = setup.ReadResource(file);
  if (!data.ok()) return std::move(data).status();
  return AddLanguageData(*data, rules).WithContext(file.string());
}

}  // namespace

Result<std::shared_ptr<const RuleBook>> RuleBook::Load(Setup& setup) {
  return setup.Shared<RuleBook>("segment.RuleBook", [&]() { return Read(setup); });
}

Result<std::shared_ptr<const RuleBook>> RuleBook::Read(Setup& setup) {
  const std::filesystem::path folder = setup.plugin_folder() / "data";
  auto files = FilesIn(folder, ".txt");
  if (!files.ok()) return std::move(files).status();
  auto book = std::make_shared<RuleBook>();
  LanguageRules& any = book->rules_[std::string(kAnyLanguage)];
  KOPPEL_RETURN_IF_ERROR(Add(setup, folder / "und.txt", any));
  for (const auto& file : *files) {
    const std::string language = file.stem().string();
    if (language == kAnyLanguage) continue;
    KOPPEL_RETURN_IF_ERROR(Add(setup, file, book->rules_[language] = any));
  }
  return std::shared_ptr<const RuleBook>(std::move(book));
}

const LanguageRules* RuleBook::Find(std::string_view code) const {
  const auto found = rules_.find(code.substr(0, code.find('-')));
  return found == rules_.end() ? nullptr : &found->second;
}

const LanguageRules& RuleBook::For(std::string_view code) const {
  const LanguageRules* rules = Find(code);
  return rules != nullptr ? *rules : *Find(kAnyLanguage);
}

Status RuleBook::CheckLanguage(std::string_view code) const {
  if (code == "auto" || Find(code) != nullptr) return Ok();
  std::vector<std::string_view> choices = {"auto"};
  for (const auto& [language, rules] : rules_) choices.push_back(language);
  return CheckChoice("language", code, choices);
}

}  // namespace koppel::segment
