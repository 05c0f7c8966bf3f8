// The look that all pages share.
#pragma once

#include <string>
#include <string_view>

namespace koppel {

// The beginning of a self-contained page up to and with its heading; `style` is added to the common
// one. The page ends with "</body></html>".
std::string PageHead(std::string_view title, std::string_view style = {});

}  // namespace koppel
