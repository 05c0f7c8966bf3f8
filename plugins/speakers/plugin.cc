#include "koppel/plugin.h"

#include "turns.h"

namespace koppel::speakers {
namespace {

constexpr Component kComponents[] = {Describe<Turns>("speakers.turns")};

}  // namespace
}  // namespace koppel::speakers

KOPPEL_PLUGIN("speakers", "0.1.0", "Apache-2.0", koppel::speakers::kComponents)
