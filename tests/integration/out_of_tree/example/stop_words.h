// example.stop_words: takes the words of a list out of the token layer.
#pragma once

#include <set>
#include <string>

#include "koppel/component.h"
#include "koppel/layers.h"

namespace koppel::example {

class StopWords : public Processor {
 public:
  static constexpr LayerUse kRequires[] = {{"token"}};
  static constexpr Traits kTraits{.help = "Takes stop words out of the token layer.",
                                  .requires_layers = kRequires};

  struct Params {
    std::string list = "dutch.txt";
  };
  static void Declare(ParamSpec<Params>& spec) {
    spec.Field("list", &Params::list,
               "List in the plugin's data folder, one word a line, lower case.");
  }

  explicit StopWords(Params params) : params_(std::move(params)) {}
  Status Open(Setup& setup) override;
  Status Process(Document& document, Context& context) override;

 private:
  Params params_;
  std::set<std::string, std::less<>> words_;
};

}  // namespace koppel::example
