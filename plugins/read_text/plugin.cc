#include "koppel/plugin.h"

#include "read_text.h"

namespace {
constexpr koppel::Component kComponents[] = {koppel::Describe<koppel::read_text::ReadText>("read.text")};
}

KOPPEL_PLUGIN("read_text", "1.0.0", "Apache-2.0", kComponents)
