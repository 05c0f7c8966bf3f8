#include "koppel/plugin.h"

#include "stop_words.h"

namespace {
constexpr koppel::Component kComponents[] = {
    koppel::Describe<koppel::example::StopWords>("example.stop_words")};
}

KOPPEL_PLUGIN("example", "1.0.0", "Apache-2.0", kComponents)
