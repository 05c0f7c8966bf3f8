#include "language_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "koppel/files.h"
#include "pattern_lexicon.h"

namespace koppel::sentiment {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kAuto = "auto";

// "nl" of "nl-BE".
std::string Primary(std::string_view code) { return std::string(code.substr(0, code.find('-'))); }

// Reads a file and hands it to `add`; errors name the file.
template <class Adder>
Status AddFile(Setup& setup, const fs::path& file, Adder add) {
  const Result<std::string> text = setup.ReadResource(file);
  if (!text.ok()) return Status(text.status().kind(), text.status().message());
  Status status = add(std::string_view(*text));
  return status.ok() ? Ok() : std::move(status).WithContext(file.string());
}

// Of <language>.tsv and <language>.<domain>.tsv; other tables of a language are in kOthers.
struct Bundle {
  std::set<std::string> languages;
  std::map<std::string, std::set<std::string>, std::less<>> domains;  // to languages

  Status CheckDomains(const std::vector<std::string>& given) const {
    std::vector<std::string_view> choices;
    for (const auto& [domain, in] : domains) choices.push_back(domain);
    for (const std::string& domain : given) {
      KOPPEL_RETURN_IF_ERROR(CheckChoice("domains", domain, choices));
    }
    return Ok();
  }
};

Result<Bundle> BundleIn(const fs::path& folder) {
  constexpr std::string_view kOthers[] = {"inflection", "modifiers", "targets"};
  auto files = FilesIn(folder, ".tsv");
  if (!files.ok()) return std::move(files).status();
  Bundle bundle;
  for (const fs::path& file : *files) {
    const fs::path stem = file.stem();
    const std::string language = stem.stem().string();
    if (!stem.has_extension()) {
      bundle.languages.insert(language);
      continue;
    }
    const std::string domain = stem.extension().string().substr(1);
    const bool other =
        std::find(std::begin(kOthers), std::end(kOthers), domain) != std::end(kOthers);
    if (!other) bundle.domains[domain].insert(language);
  }
  return bundle;
}

template <class T>
Status Assign(Result<T> parsed, T& member) {
  if (!parsed.ok()) return std::move(parsed).status();
  member = *std::move(parsed);
  return Ok();
}

class Loader {
 public:
  Loader(Setup& setup, const DataChoice& choice, std::string language)
      : setup_(setup), choice_(choice), language_(std::move(language)) {}

  Status Load(LanguageData& data) {
    KOPPEL_RETURN_IF_ERROR(AddFile(setup_, Bundled(".inflection"), [&](std::string_view text) {
      return Assign(Inflection::Parse(text), data.inflection);
    }));
    KOPPEL_RETURN_IF_ERROR(AddFile(setup_, Bundled(".modifiers"), [&](std::string_view text) {
      return Assign(Modifiers::Parse(text), data.modifiers);
    }));
    KOPPEL_RETURN_IF_ERROR(LoadLexicons(data));
    return LoadTargets(data.targets);
  }

 private:
  fs::path Bundled(std::string_view kind) const {
    return setup_.plugin_folder() / "data" / (language_ + std::string(kind) + ".tsv");
  }

  Status LoadLexicons(LanguageData& data) {
    if (choice_.pattern) KOPPEL_RETURN_IF_ERROR(AddPatternLexicon(setup_, language_, data.lexicon));
    std::vector<fs::path> files = {Bundled("")};
    for (const std::string& domain : choice_.domains) {
      if (setup_.FindResource(Bundled("." + domain))) files.push_back(Bundled("." + domain));
    }
    files.insert(files.end(), choice_.lexicons.begin(), choice_.lexicons.end());
    for (const fs::path& file : files) {
      KOPPEL_RETURN_IF_ERROR(AddFile(setup_, file, [&](std::string_view text) {
        const std::string_view only = HeaderValue(text, "language");
        return only.empty() || only == language_ ? data.lexicon.Add(text, data.inflection) : Ok();
      }));
    }
    return Ok();
  }

  Status LoadTargets(TargetList& targets) {
    std::vector<fs::path> files(choice_.targets.begin(), choice_.targets.end());
    if (files.empty()) files.push_back(Bundled(".targets"));
    for (const fs::path& file : files) {
      KOPPEL_RETURN_IF_ERROR(
          AddFile(setup_, file, [&](std::string_view text) { return targets.Add(text); }));
    }
    return Ok();
  }

  Setup& setup_;
  const DataChoice& choice_;
  const std::string language_;
};

std::string Key(const DataChoice& choice) {
  std::string key = "sentiment.LanguageBook";
  for (const auto* list : {&choice.domains, &choice.lexicons, &choice.targets}) {
    key += '\n';
    for (const std::string& item : *list) key += item + '\t';
  }
  return key + (choice.pattern ? "\npattern" : "\n");
}

}  // namespace

Result<std::shared_ptr<const LanguageBook>> LanguageBook::Load(Setup& setup,
                                                               const DataChoice& choice) {
  return setup.Shared<LanguageBook>(
      Key(choice), [&]() -> Result<std::shared_ptr<const LanguageBook>> {
        Result<Bundle> bundle = BundleIn(setup.plugin_folder() / "data");
        if (!bundle.ok()) return std::move(bundle).status();
        KOPPEL_RETURN_IF_ERROR(bundle->CheckDomains(choice.domains));
        auto book = std::make_shared<LanguageBook>();
        book->domains_ = std::move(bundle->domains);
        for (const std::string& language : bundle->languages) {
          KOPPEL_RETURN_IF_ERROR(Loader(setup, choice, language).Load(book->languages_[language]));
        }
        return std::shared_ptr<const LanguageBook>(std::move(book));
      });
}

const LanguageData* LanguageBook::Find(std::string_view code) const {
  const auto found = languages_.find(Primary(code));
  return found == languages_.end() ? nullptr : &found->second;
}

Status LanguageBook::CheckLanguage(std::string_view code) const {
  if (code == kAuto || Find(code) != nullptr) return Ok();
  std::vector<std::string_view> choices = {kAuto};
  for (const auto& [language, data] : languages_) choices.push_back(language);
  return CheckChoice("language", code, choices);
}

Status LanguageBook::CheckDomains(const std::vector<std::string>& domains,
                                  std::string_view language) const {
  for (const std::string& domain : domains) {
    const auto& languages = domains_.find(domain)->second;
    if (language == kAuto || languages.contains(Primary(language))) continue;
    std::string there;
    for (const std::string& each : languages) there += (there.empty() ? "" : ", ") + each;
    return InvalidParameter(fmt::format(
        "'domains': \"{}\" has words in {} only, and 'language' is {}", domain, there, language));
  }
  return Ok();
}

}  // namespace koppel::sentiment
