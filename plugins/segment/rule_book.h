// The language data of the plugin, by language.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "koppel/component.h"
#include "language_data.h"

namespace koppel::segment {

// Immutable once loaded; all instances of a run share one.
class RuleBook {
 public:
  // Reads data/<language>.txt below the plugin's folder; und.txt holds for every language. io where
  // the data is missing; bad_input, with file and line, where it breaks the format.
  static Result<std::shared_ptr<const RuleBook>> Load(Setup& setup);

  // Rules for a BCP 47 code, by its primary subtag; those for und where the language has no data.
  const LanguageRules& For(std::string_view code) const;

  // invalid_parameter, with the languages that have data, unless `code` has data or is "auto".
  Status CheckLanguage(std::string_view code) const;

 private:
  static Result<std::shared_ptr<const RuleBook>> Read(Setup& setup);
  const LanguageRules* Find(std::string_view code) const;

  std::map<std::string, LanguageRules, std::less<>> rules_;
};

}  // namespace koppel::segment
