#include "koppel/plugin.h"

#include "jsonl_writer.h"
#include "table_writer.h"
#include "text_writer.h"

namespace koppel::write {

constexpr Component kComponents[] = {
    Describe<JsonlWriter>("write.jsonl"),
    Describe<TextWriter>("write.text"),
    Describe<CsvWriter>("write.csv"),
    Describe<TsvWriter>("write.tsv"),
};

}  // namespace koppel::write

KOPPEL_PLUGIN("write", "0.1.0", "Apache-2.0", koppel::write::kComponents)
