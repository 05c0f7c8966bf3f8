#include "lexicon/languages.h"

#include <algorithm>
#include <utility>

#include "koppel/files.h"
#include "lines/breaks.h"
#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr std::size_t kGuessBytes = 16384;
constexpr std::size_t kFewestHits = 3;

std::vector<std::string> FoldedWords(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = WordEnd(text, pos);
    if (end > pos) words.push_back(Fold(text.substr(pos, end - pos)));
    pos = end > pos ? end : pos + CharacterAt(text, pos).size;
  }
  return words;
}

// The beginning of `text`, cut at a white space so that no character is split.
std::string_view Beginning(std::string_view text) {
  if (text.size() <= kGuessBytes) return text;
  const std::size_t space = text.find_last_of(" \n", kGuessBytes);
  return space == std::string_view::npos ? std::string_view() : text.substr(0, space);
}

}  // namespace

Result<std::shared_ptr<const Languages>> Languages::Load(const std::filesystem::path& folder) {
  auto files = FilesIn(folder, ".yaml");
  if (!files.ok()) return std::move(files).status();
  auto languages = std::make_shared<Languages>();
  for (const std::filesystem::path& path : *files) {
    Result<LanguageData> data = LoadLanguage(path);
    if (!data.ok()) return std::move(data).status();
    auto dictionary = std::make_shared<const Dictionary>(data->dictionary);
    languages->all_.push_back({path, *std::move(data), std::move(dictionary)});
  }
  languages->neutral_.dictionary = std::make_shared<const Dictionary>(DictionaryFiles{});
  return std::shared_ptr<const Languages>(std::move(languages));
}

const LanguageResources* Languages::Find(std::string_view code) const {
  const std::string_view primary = code.substr(0, code.find('-'));
  for (const LanguageResources& language : all_) {
    if (language.data.code == primary) return &language;
  }
  return nullptr;
}

const LanguageResources& Languages::Guess(std::string_view text) const {
  const std::vector<std::string> words = FoldedWords(Beginning(text));
  const LanguageResources* best = &neutral_;
  std::size_t most = kFewestHits - 1;
  for (const LanguageResources& language : all_) {
    const auto hits = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(),
        [&](const std::string& word) { return language.data.function_words.Contains(word); }));
    if (hits > most) {
      most = hits;
      best = &language;
    }
  }
  return *best;
}

}  // namespace koppel::text
