// The lexicon of the Debian package python3-pattern (PDDL), where it is installed.
#pragma once

#include <string_view>

#include "koppel/component.h"
#include "lexicon.h"

namespace koppel::sentiment {

// Adds the words of an XML text as that package has it: elements <word form="" pos="" polarity=""
// …/>. The polarity of a word is the mean of its senses.
void AddPatternWords(std::string_view xml, Lexicon& lexicon);

// Adds the package's lexicon of the language; nothing for a language that it does not have.
// invalid_parameter, naming the package, where it is not installed.
Status AddPatternLexicon(Setup& setup, std::string_view language, Lexicon& lexicon);

}  // namespace koppel::sentiment
