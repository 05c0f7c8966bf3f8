// Uses the generated protobuf code, as proto_b does: both must share the one copy.
#include <koppel/v1/document.pb.h>

#include "koppel/plugin.h"

namespace koppel {
namespace {

class Proto : public Processor {
 public:
  static constexpr Traits kTraits{.help = "Puts the document's size in its metadata."};
  Status Process(Document& document, Context&) override {
    v1::Document message;
    message.set_id(std::string(document.id()));
    document.SetMetadata("proto_a", message.ShortDebugString());
    return Ok();
  }
};

constexpr Component kComponents[] = {Describe<Proto>("proto_a.size")};

}  // namespace
}  // namespace koppel

KOPPEL_PLUGIN("proto_a", "1.0.0", "Apache-2.0", koppel::kComponents)
