#include "koppel/plugin.h"

#include "quotes/quotes.h"
#include "turns/turns.h"

namespace koppel::speakers {
namespace {

constexpr Component kComponents[] = {Describe<Turns>("speakers.turns"),
                                     Describe<Quotes>("speakers.quotes")};

}  // namespace
}  // namespace koppel::speakers

KOPPEL_PLUGIN("speakers", "0.1.0", "Apache-2.0", koppel::speakers::kComponents)
