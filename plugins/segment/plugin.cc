#include "koppel/plugin.h"

#include "sentences.h"
#include "tokens.h"

namespace {

constexpr koppel::Component kComponents[] = {
    koppel::Describe<koppel::segment::Sentences>("segment.sentences"),
    koppel::Describe<koppel::segment::Tokens>("segment.tokens"),
};

}  // namespace

KOPPEL_PLUGIN("segment", "0.1.0", "Apache-2.0", kComponents)
