// What on a page is not part of what it says: menus, forms, notices, share bars.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <string_view>
#include <unordered_map>

namespace koppel::read_html {

class Furniture {
 public:
  explicit Furniture(const GumboNode& body);

  // Why the element is furniture, by its own tag, role and names: "nav", "search", "share"; empty
  // if it is not. What holds half of the page's text is none, whatever it is called: there are
  // pages that are one form, and bodies named after what is in them ("has-sidebar").
  std::string_view RuleFor(const GumboNode& element) const;

 private:
  std::size_t TextBelow(const GumboNode& element) const;

  std::unordered_map<const GumboNode*, std::size_t> text_;  // bytes below each element
  std::size_t all_ = 0;
};

// A passage of the article, repeated in large type.
bool IsPullQuote(const GumboNode& element);

}  // namespace koppel::read_html
