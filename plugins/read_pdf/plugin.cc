#include "koppel/plugin.h"

#include "read_pdf.h"

namespace {
constexpr koppel::Component kComponents[] = {
    koppel::Describe<koppel::read_pdf::ReadPdf>("read.pdf")};
}

// Poppler is under the GPL; so is what links it.
KOPPEL_PLUGIN("read_pdf", "1.0.0", "GPL-2.0-or-later", kComponents)
