#include "koppel/plugin.h"

#include "read_jsonl.h"
#include "read_text.h"

namespace {
using namespace koppel::read_text;
constexpr koppel::Component kComponents[] = {koppel::Describe<ReadText>("read.text"),
                                             koppel::Describe<ReadJsonl>("read.jsonl")};
}  // namespace

KOPPEL_PLUGIN("read_text", "1.0.0", "Apache-2.0", kComponents)
