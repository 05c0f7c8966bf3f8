#pragma once

#include <map>
#include <memory>
#include <string>

#include "koppel/component.h"
#include "koppel/document.h"
#include "koppel/params.h"
#include "lexicon/languages.h"
#include "lexicon/lexicon.h"

namespace koppel::text {

// The language of each document, with its data and dictionary: what the steps that judge words have
// in common. One instance per thread.
class DocumentLanguages {
 public:
  static constexpr char kParam[] = "language";
  static constexpr char kHelp[] =
      "BCP 47 code of a language that the plugin has data for; auto: the document's own, or else "
      "by "
      "its words.";

  // Loads the data, records the dictionaries and tells once which ones are missing. `language` is
  // the parameter's value; invalid_parameter if there are no data for it.
  Status Open(Setup& setup, std::string language);

  // A document in a language that there are no data for is not judged by another one's words.
  const LanguageResources& Of(const Document& document) const;
  Lexicon& LexiconOf(const LanguageResources& language);

 private:
  std::string language_;
  std::shared_ptr<const Languages> languages_;
  std::map<const LanguageResources*, std::unique_ptr<Lexicon>> lexicons_;
};

}  // namespace koppel::text
