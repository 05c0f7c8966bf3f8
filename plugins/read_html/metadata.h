// What a page says of itself.
#pragma once

#include <gumbo.h>

#include <map>
#include <string>
#include <string_view>

namespace koppel::read_html {

// title, author, published, url and language, where the page has them. `root` is <html>.
std::map<std::string, std::string> ReadMetadata(const GumboNode& root);

// The charset that a <meta> within the first kilobyte declares, in lower case; empty if none does.
std::string DeclaredCharset(std::string_view html);

}  // namespace koppel::read_html
