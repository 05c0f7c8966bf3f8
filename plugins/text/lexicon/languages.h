#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/status.h"
#include "lexicon/dictionary.h"
#include "lexicon/language.h"

namespace koppel::text {

struct LanguageResources {
  std::string file;  // that the data come from
  LanguageData data;
  std::shared_ptr<const Dictionary> dictionary;
};

// All languages of a data folder. Immutable, shared by all threads.
class Languages {
 public:
  // Reads every *.yaml of `folder`; the first that is wrong is the error.
  static Result<std::shared_ptr<const Languages>> Load(const std::filesystem::path& folder);

  // By BCP 47 code, of which the first part counts ("nl-BE" is "nl"); null if there are no data for
  // it.
  const LanguageResources* Find(std::string_view code) const;
  // The language whose function words are most frequent in the beginning of `text`; `neutral` if it
  // has hardly any.
  const LanguageResources& Guess(std::string_view text) const;
  // Has neither words nor rules: what is left is the corpus and the characters.
  const LanguageResources& neutral() const { return neutral_; }

  const std::vector<LanguageResources>& all() const { return all_; }

 private:
  std::vector<LanguageResources> all_;  // in order of code
  LanguageResources neutral_;
};

}  // namespace koppel::text
