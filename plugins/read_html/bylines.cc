#include "bylines.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>
#include <vector>

#include "dom.h"

namespace koppel::read_html {
namespace {

constexpr std::size_t kLongest = 80;  // bytes of a name or date

// Class names and ids with hyphens for underscores, as themes of the common systems write them.
constexpr std::array<std::string_view, 6> kAuthors = {"author",  "authors", "auteur",
                                                      "auteurs", "byline",  "fn"};
constexpr std::array<std::string_view, 3> kAuthorEnds = {"-author", "-author-name", "-byline"};
// The same where comments and articles tell of their users.
constexpr std::array<std::string_view, 9> kUsers = {
    "commentauthor", "commenter", "nickname",    "poster",          "user",
    "user-name",     "username",  "author-name", "submitted-author"};
constexpr std::array<std::string_view, 6> kNamesInAuthor = {"fn",   "n",         "name",
                                                            "user", "user-name", "username"};
constexpr std::array<std::string_view, 12> kDates = {
    "comment-date",    "comment-time", "comment-timestamp", "comment-metadata",
    "commentmetadata", "date",         "datetime",          "datum",
    "dt-published",    "posted-on",    "published",         "timestamp"};
// Elements of an article in which a user's name is the author's.
constexpr std::array<std::string_view, 6> kArticleHeads = {
    "article-meta", "entry-meta", "node-meta", "node-submitted", "post-meta", "submitted"};
// Elements in which a comment tells by whom and of when it is.
constexpr std::array<std::string_view, 8> kHeads = {
    "comment-details", "comment-head", "comment-header",  "comment-heading",
    "comment-info",    "comment-meta", "commentmetadata", "submitted"};

constexpr std::size_t kMostAuthors = 4;
// What stands before a name in a by-line.
constexpr std::array<std::string_view, 9> kIntroductions = {
    "auteur", "author", "autor", "by", "door", "par", "tekst", "text", "von"};

template <std::size_t N>
bool Contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "comment__author" and "comment_author" are "comment-author".
std::vector<std::string> PlainNames(const GumboNode& node) {
  std::vector<std::string> names = Names(node);
  for (std::string& name : names) {
    std::replace(name.begin(), name.end(), '_', '-');
    const auto doubled =
        std::unique(name.begin(), name.end(), [](char a, char b) { return a == '-' && b == '-'; });
    name.erase(doubled, name.end());
  }
  return names;
}

bool HasWord(std::string_view list, std::initializer_list<std::string_view> words) {
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    for (const std::string_view word : words) {
      if (list.substr(begin, end - begin) == word) return true;
    }
    begin = end + 1;
  }
  return false;
}

// `of_user`: names of users stand here for authors.
bool IsAuthor(const GumboNode& node, const std::vector<std::string>& names, bool of_user,
              bool in_author) {
  if (HasWord(Attribute(node, "rel"), {"author"})) return true;
  const std::string_view property = Attribute(node, "itemprop");
  if (HasWord(property, {"author", "creator"}) || (in_author && HasWord(property, {"name"})))
    return true;
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return Contains(kAuthors, name) || (of_user && Contains(kUsers, name)) ||
           (in_author && Contains(kNamesInAuthor, name)) ||
           std::any_of(kAuthorEnds.begin(), kAuthorEnds.end(),
                       [&](std::string_view end) { return name.ends_with(end); });
  });
}

bool IsDate(const GumboNode& node, const std::vector<std::string>& names) {
  if (TagOf(node) == GUMBO_TAG_TIME) return true;
  if (HasWord(Attribute(node, "itemprop"), {"datePublished", "dateCreated", "commentTime"}))
    return true;
  return std::any_of(names.begin(), names.end(),
                     [](const std::string& name) { return Contains(kDates, name); });
}

// Whether the text behind the element can't be part of a sentence that it begins.
bool EndsLabel(const GumboNode& node, const std::string& text) {
  if (text.ends_with(':')) return true;
  const GumboVector& siblings = node.parent->v.element.children;
  for (std::size_t i = node.index_within_parent + 1; i < siblings.length; ++i) {
    const auto* next = static_cast<const GumboNode*>(siblings.data[i]);
    if (next->type == GUMBO_NODE_WHITESPACE) continue;
    if (!IsText(*next)) return false;
    const std::string_view words = next->v.text.text;
    const std::size_t first = words.find_first_not_of(" \t\r\n");
    return first != words.npos && (words[first] == ':' || words[first] == '(');
  }
  return false;
}

bool IsHead(const GumboNode& node) {
  if (TagOf(node) == GUMBO_TAG_HEADER || TagOf(node) == GUMBO_TAG_FOOTER) return true;
  const std::vector<std::string> names = PlainNames(node);
  return std::any_of(names.begin(), names.end(),
                     [](const std::string& name) { return Contains(kHeads, name); });
}

bool IsBold(const GumboNode& node) {
  const GumboTag tag = TagOf(node);
  return tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG || tag == GUMBO_TAG_CITE || IsHeading(tag);
}

class BylineFinder {
 public:
  explicit BylineFinder(const CommentLists& comments) : comments_(comments) {}

  Bylines Find(const GumboNode& body) {
    Walk(
        body, [&](const GumboNode& node) { return Enter(node); },
        [&](const GumboNode& node) { Leave(node); });
    return std::move(found_);
  }

 private:
  struct Candidate {
    const GumboNode* node;
    std::string_view kind;
    bool holds_another = false;
  };
  struct Comment {
    const GumboNode* node;
    bool author = false, date = false;
  };

  bool Enter(const GumboNode& node) {
    if (!IsElement(node) || IsNeverText(node)) return false;
    if (comments_.items.contains(&node)) {
      open_comments_.push_back({&node});
      return true;
    }
    const std::vector<std::string> names = PlainNames(node);
    const bool in_comment = !open_comments_.empty();
    const bool in_author = std::any_of(open_.begin(), open_.end(),
                                       [](const Candidate& c) { return c.kind == kAuthor; });
    const bool is_head = std::any_of(names.begin(), names.end(), [](const std::string& name) {
      return Contains(kArticleHeads, name);
    });
    if (is_head) article_heads_.push_back(&node);
    const bool of_user = in_comment || !article_heads_.empty();
    if (IsAuthor(node, names, of_user, in_author)) open_.push_back({&node, kAuthor});
    if (in_comment && IsDate(node, names)) open_.push_back({&node, kDate});
    return true;
  }

  void Leave(const GumboNode& node) {
    while (!open_.empty() && open_.back().node == &node) Close();
    if (!article_heads_.empty() && article_heads_.back() == &node) article_heads_.pop_back();
    if (open_comments_.empty() || open_comments_.back().node != &node) return;
    if (!open_comments_.back().author) AddNameInHead(node);
    open_comments_.pop_back();
  }

  void Close() {
    const Candidate closed = open_.back();
    open_.pop_back();
    std::string text;
    if (!closed.holds_another) {
      text = TextOf(*closed.node);
      if (text.empty()) return;
      if (text.size() <= kLongest) Add(*closed.node, closed.kind);
    }
    for (Candidate& around : open_) around.holds_another |= around.kind == closed.kind;
  }

  void Add(const GumboNode& node, std::string_view kind) {
    if (!open_comments_.empty()) {
      Comment& comment = open_comments_.back();
      bool& known = kind == kAuthor ? comment.author : comment.date;
      if (known) return;
      known = true;
      for (const GumboNode* at = &node; at != comment.node; at = at->parent)
        found_.heads.insert(at);
    }
    found_.marks.emplace(&node, kind);
  }

  // A bold name in the head of a comment that marks none, or a <cite> or a bold label that it
  // begins with.
  void AddNameInHead(const GumboNode& comment) {
    int heads = 0;
    bool text = false;
    const GumboNode* name = nullptr;
    const auto enter = [&](const GumboNode& node) {
      if (IsText(node)) text = text || node.type != GUMBO_NODE_WHITESPACE;
      const bool other = &node != &comment && comments_.items.contains(&node);
      if (name || other || !IsElement(node) || IsNeverText(node)) return false;
      if (IsHead(node)) ++heads;
      if (!IsBold(node) || (heads == 0 && text)) return true;
      const std::string words = TextOf(node);
      if (words.empty() || words.size() > kLongest) return false;
      if (heads > 0 || TagOf(node) == GUMBO_TAG_CITE || EndsLabel(node, words)) name = &node;
      return false;
    };
    const auto leave = [&](const GumboNode& node) { heads -= IsHead(node) ? 1 : 0; };
    Walk(comment, enter, leave);
    if (name) Add(*name, kAuthor);
  }

  const CommentLists& comments_;
  std::vector<Candidate> open_;
  std::vector<Comment> open_comments_;
  std::vector<const GumboNode*> article_heads_;
  Bylines found_;
};

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return lower;
}

}  // namespace

Bylines FindBylines(const GumboNode& body, const CommentLists& comments) {
  return BylineFinder(comments).Find(body);
}

void AuthorNames::Add(std::string_view byline) {
  const std::string_view first = byline.substr(0, byline.find_first_of(" :"));
  if (Contains(kIntroductions, Lower(first)))
    byline.remove_prefix(std::min(byline.find_first_not_of(" :", first.size()), byline.size()));
  const bool known = std::find(names_.begin(), names_.end(), byline) != names_.end();
  if (!known && !byline.empty() && names_.size() <= kMostAuthors) names_.emplace_back(byline);
}

std::vector<std::string> AuthorNames::Take() {
  if (names_.size() > kMostAuthors) names_.clear();
  return std::move(names_);
}

}  // namespace koppel::read_html
