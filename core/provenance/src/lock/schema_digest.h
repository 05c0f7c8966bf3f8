// What documents and layers can hold, as digests in hexadecimal.
#pragma once

#include <string>

#include "koppel/pipeline/pipeline.h"

namespace koppel::internal {

// Of the messages, fields and enums of the stored document; the same for every release of protobuf.
std::string DocumentSchemaDigest();
// Of the standard layers and those that the pipeline's plugins declare, without their help.
std::string LayersDigest(const Pipeline& pipeline);

}  // namespace koppel::internal
