#include "koppel/plugin.h"

#include "read_html.h"

namespace {
constexpr koppel::Component kComponents[] = {
    koppel::Describe<koppel::read_html::ReadHtml>("read.html")};
}

KOPPEL_PLUGIN("read_html", "1.0.0", "Apache-2.0", kComponents)
