// A part of a corpus that is always the same.
#pragma once

#include <string_view>
#include <vector>

namespace koppel {

// Whether a document belongs to the sample of that part (0 to 1) of all. It depends on the id
// alone: a larger sample holds the smaller ones.
bool InSample(std::string_view id, double part);

// That part, or the least that holds one of the documents, if there are any.
double LeastPart(const std::vector<std::string_view>& ids, double part);

}  // namespace koppel
