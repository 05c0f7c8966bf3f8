// Holds an id that the plugin "sound" has too.
#include "minimal.h"

namespace {
constexpr koppel::Component kComponents[] = {koppel::Describe<koppel::Nothing>("sound.mark")};
}

KOPPEL_PLUGIN("duplicate", "1.0.0", "Apache-2.0", kComponents)
