// Wording that the text and Markdown forms share.
#pragma once

#include <string>
#include <string_view>

#include "koppel/registry/registry.h"

namespace koppel {

// "one instance serves all threads", …
std::string_view Explain(Concurrency concurrency);
// "required", "used where present", "provided".
std::string_view Explain(const LayerNeed& need, bool provided);
// "encoding, language"; "that the input has" where it may be any.
std::string Metadata(const ComponentInfo& component);
// What a parameter may be, with what it names.
std::string Allowed(const ParamInfo& param);
// Schemas of the plugin's own layers among those that the component provides.
std::vector<const LayerDescription*> OwnLayers(const ComponentInfo& component);

}  // namespace koppel
