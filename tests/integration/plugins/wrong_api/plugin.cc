// Built for the next version of the interface: nothing after the first two members may be looked
// at.
#include "koppel/plugin.h"

extern "C" __attribute__((visibility("default"))) const void* koppel_plugin() {
  static constexpr struct {
    std::uint32_t api_version;
    const char* fingerprint;
  } kManifest{koppel::kApiVersion + 1, KOPPEL_BUILD_FINGERPRINT};
  return &kManifest;
}
