#include "koppel/plugin.h"
#include "components.h"

namespace koppel::bench {
namespace {

constexpr Component kComponents[] = {
    Describe<MemoryReader>("bench.memory"), Describe<Empty>("bench.empty"),
    Describe<Protobuf>("bench.protobuf"), Describe<Drop>("bench.drop")};

}  // namespace
}  // namespace koppel::bench

KOPPEL_PLUGIN("bench", "1.0.0", "Apache-2.0", koppel::bench::kComponents)
