#include "koppel/runtime/sample.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "koppel/io.h"

namespace koppel {
namespace {

// From 0 to less than 1, evenly over all ids.
double Place(std::string_view id) {
  const std::string digest = Sha256(id);
  double place = 0;
  for (std::size_t i = 4; i > 0; --i)
    place = (place + static_cast<double>(static_cast<unsigned char>(digest[i - 1]))) / 256;
  return place;
}

}  // namespace

bool InSample(std::string_view id, double part) { return part >= 1 || Place(id) < part; }

double LeastPart(const std::vector<std::string_view>& ids, double part) {
  if (ids.empty()) return part;
  double first = 1;
  for (const std::string_view id : ids) first = std::min(first, Place(id));
  return std::max(part, std::nextafter(first, 1.0));
}

}  // namespace koppel
