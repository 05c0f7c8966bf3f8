#include "koppel/plugin.h"

#include "boilerplate/boilerplate.h"
#include "dehyphenate/dehyphenate.h"
#include "fragments/fragments.h"
#include "layout/layout.h"
#include "layout/running_heads.h"
#include "lines/layer.h"
#include "normalize/normalize.h"
#include "ocr/ocr.h"
#include "paragraphs/paragraphs.h"

namespace {

using koppel::Component;
using koppel::Describe;

constexpr Component kComponents[] = {
    Describe<koppel::text::Normalize>("text.normalize"),
    Describe<koppel::text::RunningHeads>("text.running_heads"),
    Describe<koppel::text::Layout>("text.layout"),
    Describe<koppel::text::Dehyphenate>("text.dehyphenate"),
    Describe<koppel::text::Fragments>("text.fragments"),
    Describe<koppel::text::Ocr>("text.ocr"),
    Describe<koppel::text::Paragraphs>("text.paragraphs"),
    Describe<koppel::text::Boilerplate>("text.boilerplate"),
};

constexpr const koppel::LayerSchema* kLayers[] = {&koppel::text::Line::kSchema};

}  // namespace

KOPPEL_PLUGIN("text", "0.1.0", "Apache-2.0", kComponents, kLayers)
