#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/component.h"

namespace koppel::text {

// text.normalize: one spelling for what looks the same. Mends UTF-8 that was read as Windows-1252,
// spells ligatures out, takes out what nobody sees, and brings the text into Normalization Form C.
// U+FFFD stays: what stood there is lost, and the mark says so. Text that needs
// nothing costs one look at each byte, sixteen at a time.
class Normalize final : public Processor {
 public:
  static constexpr Traits kTraits{.help =
                                      "Mends mojibake, spells ligatures out, removes invisible "
                                      "characters, and composes accents (NFC).",
                                  .edits_text = true,
                                  .concurrency = Concurrency::kParallel};

  struct Params {
    std::vector<std::string> skip;
  };
  static void Declare(ParamSpec<Params>& spec);

  explicit Normalize(Params params);

  Status Process(Document& document, Context& context) override;

 private:
  std::set<std::string, std::less<>> skip_;
};

}  // namespace koppel::text
