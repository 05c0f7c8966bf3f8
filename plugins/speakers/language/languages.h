// The lexicons of all languages that the plugin has data for.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "koppel/component.h"
#include "language/lexicon.h"

namespace koppel::speakers {

class Languages {
 public:
  // Reads data/*.txt of the plugin once for all instances.
  static Result<std::shared_ptr<const Languages>> Load(Setup& setup);

  // The lexicon of a document: of its language (BCP 47, the region does not matter), else of the
  // language whose function words the beginning of its text holds most of.
  const Lexicon& For(std::string_view language, std::string_view text) const;

 private:
  std::map<std::string, Lexicon, std::less<>> lexicons_;
};

}  // namespace koppel::speakers
