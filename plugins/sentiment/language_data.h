// All that the component knows of the languages, read once per run.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/component.h"
#include "lexicon.h"
#include "modifiers.h"
#include "targets.h"

namespace koppel::sentiment {

struct LanguageData {
  Inflection inflection;
  Lexicon lexicon;
  Modifiers modifiers;
  TargetList targets;
};

struct DataChoice {
  std::vector<std::string>
      domains;  // bundled overlays: data/<language>.<domain>.tsv where there is one
  std::vector<std::string> lexicons;  // files laid over those, in this order
  std::vector<std::string> targets;  // files instead of the bundled targets; none: the bundled ones
  bool pattern = false;              // the lexicon of python3-pattern under all of them
};

class LanguageBook {
 public:
  // A language has data where the plugin has data/<language>.tsv. A user's lexicon is laid over the
  // language that its line "# language: nl" names, and over each where it names none. io or
  // bad_input, naming the file; invalid_parameter for a domain that there is not.
  static Result<std::shared_ptr<const LanguageBook>> Load(Setup& setup, const DataChoice& choice);

  // Data for a BCP 47 code by its language ("nl-BE": nl), or nullptr.
  const LanguageData* Find(std::string_view code) const;
  // invalid_parameter unless `code` has data or is "auto".
  Status CheckLanguage(std::string_view code) const;
  // invalid_parameter where one of the domains that were loaded has no words in that language.
  Status CheckDomains(const std::vector<std::string>& domains, std::string_view language) const;

 private:
  std::map<std::string, LanguageData, std::less<>> languages_;
  // Languages by the domain that they have a lexicon of.
  std::map<std::string, std::set<std::string>, std::less<>> domains_;
};

}  // namespace koppel::sentiment
