#include "language_data.h"

#include <filesystem>
#include <set>
#include <system_error>

#include "pattern_lexicon.h"

namespace koppel::sentiment {
namespace {

namespace fs = std::filesystem;

// Reads a file and hands it to `add`; errors name the file.
template <class Adder>
Status AddFile(Setup& setup, const fs::path& file, Adder add) {
  const Result<std::string> text = setup.ReadResource(file);
  if (!text.ok()) return Status(text.status().kind(), text.status().message());
  Status status = add(std::string_view(*text));
  return status.ok() ? Ok() : std::move(status).WithContext(file.string());
}

// "nl" for nl.tsv; nothing for nl.social.tsv.
std::set<std::string> LanguagesIn(const fs::path& folder, std::error_code& error) {
  std::set<std::string> languages;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const fs::path& file = entry.path();
    const std::string stem = file.stem().string();
    if (file.extension() == ".tsv" && stem.find('.') == std::string::npos) languages.insert(stem);
  }
  return languages;
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
        const fs::path folder = setup.plugin_folder() / "data";
        std::error_code error;
        auto book = std::make_shared<LanguageBook>();
        for (const std::string& language : LanguagesIn(folder, error)) {
          KOPPEL_RETURN_IF_ERROR(Loader(setup, choice, language).Load(book->languages_[language]));
        }
        if (error) return IoError(folder.string() + ": " + error.message());
        return std::shared_ptr<const LanguageBook>(std::move(book));
      });
}

const LanguageData* LanguageBook::Find(std::string_view code) const {
  const auto found = languages_.find(code.substr(0, code.find('-')));
  return found == languages_.end() ? nullptr : &found->second;
}

std::string LanguageBook::Languages() const {
  std::string list;
  for (const auto& [language, data] : languages_) list += (list.empty() ? "" : ", ") + language;
  return list;
}

}  // namespace koppel::sentiment
