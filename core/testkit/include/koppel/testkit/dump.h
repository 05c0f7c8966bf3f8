// A document as text, for golden files: the dump that `koppel show --dump` prints.
#pragma once

#include "koppel/dump.h"

namespace koppel::testkit {

using koppel::DumpEdits;
using koppel::DumpLayers;

}  // namespace koppel::testkit
