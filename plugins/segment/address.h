// Web and e-mail addresses.
#pragma once

#include <cstddef>
#include <string_view>

namespace koppel::segment {

// End of the URL (http://, https://, ftp:// or www.) that begins at `begin` and lies before `end`,
// without the punctuation of the sentence around it; or `begin` if there is none.
std::size_t UrlEnd(std::string_view text, std::size_t begin, std::size_t end);

// The same for an e-mail address.
std::size_t EmailEnd(std::string_view text, std::size_t begin, std::size_t end);

}  // namespace koppel::segment
