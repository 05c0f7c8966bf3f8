// Leaves a trace in the environment when it is loaded.
#include <cstdlib>

#include "minimal.h"

namespace {

const int kTrace = ::setenv("KOPPEL_TEST_CONSTRUCTOR_RAN", "yes", 1);

constexpr koppel::Component kComponents[] = {
    koppel::Describe<koppel::Nothing>("constructor.nothing")};

}  // namespace

KOPPEL_PLUGIN("constructor", "1.0.0", "Apache-2.0", kComponents)
