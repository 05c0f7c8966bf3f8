// Reader comments on a page.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace koppel::read_html {

struct CommentLists {
  std::unordered_set<const GumboNode*> containers;  // outermost elements that hold comments
  std::unordered_map<const GumboNode*, int>
      items;                                      // comments, with their number on the page from 1
  std::unordered_set<const GumboNode*> headings;  // right before a container
  const GumboNode* needs_heading = nullptr;       // first comment, where no heading announces them
};

// Finds elements that are named after comments, in Dutch, English, German and French, with comments
// in them: elements called a comment, or else the items of the list; and elements that microdata
// call a comment (schema.org/Comment), wherever they stand. Replies are comments of their own.
CommentLists FindComments(const GumboNode& body);

// A heading for comments, in the language of the page: "Reacties (4)".
std::string CommentHeading(std::string_view language, std::size_t count);

}  // namespace koppel::read_html
