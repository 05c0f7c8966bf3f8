// How the words of a language change form, as data (data/<language>.inflection.tsv):
//
//   rule       <part of speech>  <ending>  <forms>      groot: "ooC" → "~o1e" gives grote
//   irregular  <infinitive>      <forms>                vallen: valt viel gevallen
//   prefix     <prefix>  <part of speech>  <factor>     on-, −0.9
//
// In an ending, C is a consonant, V a vowel, anything else itself; in a form, ~ is the word without
// the ending, a digit the n-th letter that matched a C or V.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "koppel/status.h"
#include "table.h"

namespace koppel::sentiment {

struct Prefix {
  std::string text, part;
  double factor = 1;
};

class Inflection {
 public:
  // bad_input, which begins with the line, where a row is not of the forms above.
  static Result<Inflection> Parse(std::string_view text);

  // The word itself, and its other forms: irregular ones, else those of the first rule that fits.
  std::vector<std::string> Forms(std::string_view word, std::string_view part) const;
  const std::vector<Prefix>& prefixes() const { return prefixes_; }

 private:
  struct Rule {
    std::string part, ending;
    std::vector<std::string> forms;
  };
  std::vector<Rule> rules_;
  std::vector<Prefix> prefixes_;
  std::unordered_map<std::string, std::vector<std::string>, StringHash, std::equal_to<>> irregular_;
};

}  // namespace koppel::sentiment
