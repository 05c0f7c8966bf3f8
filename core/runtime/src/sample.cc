#include "koppel/runtime/sample.h"

#include <string>

#include "koppel/io.h"

namespace koppel {

bool InSample(std::string_view id, double part) {
  if (part >= 1) return true;
  const std::string digest = Sha256(id);
  double place = 0;
  for (std::size_t i = 4; i > 0; --i)
    place = (place + static_cast<double>(static_cast<unsigned char>(digest[i - 1]))) / 256;
  return place < part;
}

}  // namespace koppel
