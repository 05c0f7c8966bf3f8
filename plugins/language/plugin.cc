#include "koppel/plugin.h"

#include "detect.h"

namespace {

constexpr koppel::Component kComponents[] = {
    koppel::Describe<koppel::language::Detect>("language.detect"),
};

}  // namespace

KOPPEL_PLUGIN("language", "0.1.0", "Apache-2.0", kComponents)
