// The order in which a run reads its files.
#pragma once

#include <string_view>
#include <vector>

#include "input/inputs.h"
#include "koppel/pipeline/pipeline.h"

namespace koppel {

// By bytes, but for runs of ASCII digits: those by their value, however long. A strict weak order
// in which page2 and page02 are the same.
bool NaturallyBefore(std::string_view a, std::string_view b);

// What the order leaves open is decided by id, then by path, in order of bytes.
void PutInOrder(std::vector<SourceFile>& files, InputOrder order);

}  // namespace koppel
