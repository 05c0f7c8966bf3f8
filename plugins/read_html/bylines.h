// Elements of a page that name who wrote something, and when.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "comments.h"

namespace koppel::read_html {

inline constexpr std::string_view kAuthor = "author";
inline constexpr std::string_view kDate = "date";

struct Bylines {
  // kAuthor or kDate of the innermost elements that are marked so: of each comment the first author
  // and the first date, of the rest of the page all authors.
  std::unordered_map<const GumboNode*, std::string_view> marks;
  // Marked elements of comments and what is around them inside the comment: its head, which is not
  // furniture whatever element it is made of.
  std::unordered_set<const GumboNode*> heads;
};

// By class names (fn, author, byline, comment-date …), rel=author, microdata (itemprop) and <time>.
// A comment without any such author is by whom its head names in bold, or by a <cite> or a bold
// label ("<b>Anna</b>: …") at its start.
Bylines FindBylines(const GumboNode& body, const CommentLists& comments);

// The different names in the by-lines of an article.
class AuthorNames {
 public:
  // "Anna de Wit" of "Door: Anna de Wit".
  void Add(std::string_view byline);
  // None where there are so many that the page must be a list of articles.
  std::vector<std::string> Take();

 private:
  std::vector<std::string> names_;
};

}  // namespace koppel::read_html
