#include "nesting.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <string>

namespace koppel::read_html {
namespace {

// Elements that have no content, or that the next of their kind closes.
constexpr std::string_view kFlat[] = {
    "a",     "area",     "base",   "body",  "br",    "button", "col", "dd",     "dt",
    "embed", "head",     "hr",     "html",  "img",   "input",  "li",  "link",   "meta",
    "nobr",  "optgroup", "option", "p",     "param", "rp",     "rt",  "source", "tbody",
    "td",    "tfoot",    "th",     "thead", "tr",    "track",  "wbr"};
static_assert(std::is_sorted(std::begin(kFlat), std::end(kFlat)));

struct Tag {
  std::string name;
  bool end = false;
  bool self_closing = false;
};

// Reads the tag at `at` ('<') and moves behind it.
Tag ReadTag(std::string_view html, std::size_t& at) {
  Tag tag;
  std::size_t i = at + 1;
  if (html[i] == '/') tag.end = true, ++i;
  while (i < html.size() && std::isalnum(static_cast<unsigned char>(html[i]))) {
    tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(html[i++])));
  }
  // A '<' inside an attribute ends the tag here, and counts as another: that errs on the safe side.
  at = std::min(html.find_first_of("<>", i), html.size());
  tag.self_closing = html[at - 1] == '/';
  return tag;
}

}  // namespace

std::size_t NestingDepth(std::string_view html) {
  std::size_t open = 0;
  std::size_t foreign = 0;  // inside drawings and formulas every element has content
  std::size_t deepest = 0;
  for (std::size_t at = html.find('<'); at < html.size(); at = html.find('<', at)) {
    if (html.substr(at).starts_with("<!--")) {
      at = std::min(html.find("-->", at), html.size());
      continue;
    }
    const std::size_t letter = at + (at + 1 < html.size() && html[at + 1] == '/' ? 2 : 1);
    if (letter >= html.size() || !std::isalpha(static_cast<unsigned char>(html[letter]))) {
      ++at;
      continue;
    }
    const Tag tag = ReadTag(html, at);
    const bool is_foreign = tag.name == "svg" || tag.name == "math";
    if (foreign == 0 && std::binary_search(std::begin(kFlat), std::end(kFlat), tag.name)) continue;
    if (tag.end) {
      open -= open > 0;
      if (is_foreign) foreign -= foreign > 0;
    } else if (!(tag.self_closing && foreign + is_foreign > 0)) {
      deepest = std::max(deepest, ++open);
      foreign += is_foreign;
    }
  }
  return deepest;
}

}  // namespace koppel::read_html
