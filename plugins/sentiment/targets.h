// What feelings may be about: a list of names and their forms (data/<language>.targets.tsv: name,
// forms separated by commas), and whatever the document's mentions name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/status.h"
#include "phrase_map.h"

namespace koppel::sentiment {

class TargetList {
 public:
  // Adds a file. bad_input, which begins with the line, where a row has no forms.
  Status Add(std::string_view text);
  // The name of the target at word i.
  PhraseMap<std::string>::Match Find(const Words& words, std::size_t i) const {
    return forms_.Find(words, i);
  }

 private:
  PhraseMap<std::string> forms_;
};

// A place of a sentence that names a target.
struct TargetAt {
  std::string_view name;
  std::size_t first = 0, last = 0;  // words
};

}  // namespace koppel::sentiment
