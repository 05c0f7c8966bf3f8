// A document with every kind of feature, two revisions and an alignment to its source.
#pragma once

#include <string>

#include "koppel/document.h"

namespace koppel {

void FillSample(Document& document);

}  // namespace koppel
