#include "language/languages.h"

#include "koppel/utf8.h"

namespace koppel::speakers {

namespace {

constexpr std::string_view kNames[] = {"nl", "en", "de", "fr"};  // the first wins a tie
constexpr std::size_t kSample = 4000;                            // bytes

std::size_t FunctionWords(const Lexicon& lexicon, std::string_view sample) {
  const Words words = lexicon.Scan(sample);
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    count += lexicon.Has(List::kFunction, words.Lower(i)) ? 1 : 0;
  return count;
}

}  // namespace

Result<std::shared_ptr<const Languages>> Languages::Load(Setup& setup) {
  return setup.Shared<Languages>(
      "speakers.Languages", [&]() -> Result<std::shared_ptr<const Languages>> {
        auto languages = std::make_shared<Languages>();
        for (const std::string_view name : kNames) {
          const auto path = setup.plugin_folder() / "data" / (std::string(name) + ".txt");
          Result<std::string> data = setup.ReadResource(path);
          if (!data.ok()) return std::move(data).status();
          Result<Lexicon> lexicon = Lexicon::Parse(name, *data);
          if (!lexicon.ok()) return std::move(lexicon).status();
          languages->lexicons_.emplace(name, std::move(*lexicon));
        }
        return std::shared_ptr<const Languages>(std::move(languages));
      });
}

const Lexicon& Languages::For(std::string_view language, std::string_view text) const {
  const auto known = lexicons_.find(language.substr(0, language.find('-')));
  if (known != lexicons_.end()) return known->second;
  std::size_t end = std::min(text.size(), kSample);
  while (!OnBoundary(text, end)) --end;
  const Lexicon* best = nullptr;
  std::size_t most = 0;
  for (const std::string_view name : kNames) {
    const Lexicon& lexicon = lexicons_.find(name)->second;
    const std::size_t count = FunctionWords(lexicon, text.substr(0, end));
    if (best == nullptr || count > most) best = &lexicon, most = count;
  }
  return *best;
}

}  // namespace koppel::speakers
