// Loads, but its component can't be made.
#include <stdexcept>

#include "minimal.h"

namespace koppel {
namespace {

class Throwing : public Nothing {
 public:
  Throwing() { throw std::runtime_error("no dictionary"); }
};

constexpr Component kComponents[] = {Describe<Throwing>("throwing_component.nothing")};

}  // namespace
}  // namespace koppel

KOPPEL_PLUGIN("throwing_component", "1.0.0", "Apache-2.0", koppel::kComponents)
