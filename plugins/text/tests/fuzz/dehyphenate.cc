#include "dehyphenate/dehyphenate.h"

#include <map>

#include "koppel/testkit/fuzz.h"

namespace {

using koppel::text::Dehyphenate;

// Loading a language takes longer than a thousand inputs.
Dehyphenate& In(const char* language) {
  static std::map<std::string, std::unique_ptr<Dehyphenate>> components;
  static koppel::testkit::TestSetup setup(KOPPEL_PLUGIN_DIR);
  std::unique_ptr<Dehyphenate>& component = components[language];
  if (!component) {
    Dehyphenate::Params params;
    params.language = language;
    component = std::make_unique<Dehyphenate>(params);
    koppel::testkit::CheckStatus(component->Open(setup));
  }
  return *component;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* kLanguages[] = {"nl", "en", "de", "fr"};
  if (size == 0) return 0;
  return koppel::testkit::FuzzProcessor(In(kLanguages[data[0] % 4]), {data + 1, size - 1});
}
