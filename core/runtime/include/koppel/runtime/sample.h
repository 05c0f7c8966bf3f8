// A part of a corpus that is always the same.
#pragma once

#include <string_view>

namespace koppel {

// Whether a document belongs to the sample of that part (0 to 1) of all. It depends on the id
// alone: a larger sample holds the smaller ones.
bool InSample(std::string_view id, double part);

}  // namespace koppel
