// Built against another SDK and standard library.
#include "koppel/plugin.h"

extern "C" __attribute__((visibility("default"))) const void* koppel_plugin() {
  static constexpr struct {
    std::uint32_t api_version;
    const char* fingerprint;
  } kManifest{koppel::kApiVersion, "sdk 9.9.9; protobuf 9.9.9; libstdc++ abi 0; pointer 4"};
  return &kManifest;
}
