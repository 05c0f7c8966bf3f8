#include "koppel/plugin.h"

#include "koppel_reader.h"
#include "koppel_writer.h"

namespace koppel::koppel_format {

constexpr Component kComponents[] = {
    Describe<KoppelReader>("read.koppel"),
    Describe<KoppelWriter>("write.koppel"),
};

}  // namespace koppel::koppel_format

KOPPEL_PLUGIN("koppel_format", "0.1.0", "Apache-2.0", koppel::koppel_format::kComponents)
