// How deep a page nests, told before it is parsed.
#pragma once

#include <cstddef>
#include <string_view>

namespace koppel::read_html {

// The parser looks through all open elements at each tag: a page of a megabyte of open tags would
// take it hours.
inline constexpr std::size_t kMaxNesting = 2000;

// Elements open at once, at most; counted too high where end tags are missing that HTML allows to
// leave out.
std::size_t NestingDepth(std::string_view html);

}  // namespace koppel::read_html
