#include "koppel/plugin.h"

#include "readers.h"

namespace {
using namespace koppel::read_ocr;
constexpr koppel::Component kComponents[] = {koppel::Describe<ReadAlto>("read.alto"),
                                             koppel::Describe<ReadPage>("read.page"),
                                             koppel::Describe<ReadHocr>("read.hocr")};
}  // namespace

KOPPEL_PLUGIN("read_ocr", "1.0.0", "Apache-2.0", kComponents)
