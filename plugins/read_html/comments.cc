#include "comments.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "dom.h"

namespace koppel::read_html {
namespace {

constexpr std::array<std::string_view, 8> kOne = {"comment",        "reactie",      "kommentar",
                                                  "commentaire",    "comment-item", "reactie-item",
                                                  "kommentar-item", "media-comment"};
constexpr std::array<std::string_view, 4> kMany = {"comments", "reacties", "kommentare",
                                                   "commentaires"};
constexpr std::array<std::string_view, 12> kLists = {
    "commentlist",     "comment-list",   "comments-list",     "comment-section",
    "comment-area",    "comment-holder", "comment-container", "comment-thread",
    "comment-wrapper", "reactielijst",   "kommentarliste",    "liste-commentaires"};

template <std::size_t N>
bool Contains(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "comments", "comments-area", "article-comments".
bool NamesMany(std::string_view name) {
  if (Contains(kLists, name)) return true;
  return std::any_of(kMany.begin(), kMany.end(), [&](std::string_view word) {
    if (name == word) return true;
    return name.size() > word.size() &&
           ((name.starts_with(word) && name[word.size()] == '-') ||
            (name.ends_with(word) && name[name.size() - word.size() - 1] == '-'));
  });
}

// "comment" as a class, "comment-101" as an id.
bool NamesOne(std::string_view name) {
  if (Contains(kOne, name)) return true;
  std::size_t letters = name.size();
  while (letters > 0 && std::isdigit(static_cast<unsigned char>(name[letters - 1]))) --letters;
  if (letters == name.size()) return false;
  std::string_view stem = name.substr(0, letters);
  if (stem.ends_with('-') || stem.ends_with('_')) stem.remove_suffix(1);
  return Contains(kOne, stem);
}

bool MayHold(GumboTag tag) {
  return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_OL ||
         tag == GUMBO_TAG_UL || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_ARTICLE ||
         tag == GUMBO_TAG_ASIDE;
}

template <class Predicate>
bool AnyName(const GumboNode& node, Predicate predicate) {
  const std::vector<std::string> names = Names(node);
  return std::any_of(names.begin(), names.end(), predicate);
}

bool IsContainer(const GumboNode& node) { return MayHold(TagOf(node)) && AnyName(node, NamesMany); }
// Says so of itself in microdata.
bool IsMarkedComment(const GumboNode& node) {
  const std::string_view type = Attribute(node, "itemtype");
  return type.ends_with("schema.org/Comment") || type.ends_with("schema.org/UserComments");
}
bool IsItem(const GumboNode& node) {
  const GumboTag tag = TagOf(node);
  if (IsMarkedComment(node)) return true;
  return MayHold(tag) && tag != GUMBO_TAG_OL && tag != GUMBO_TAG_UL && AnyName(node, NamesOne);
}

// Elements below `root` that the predicate holds of, in order. One that another begins with is the
// same comment: it is left out.
template <class Predicate>
std::vector<const GumboNode*> Select(const GumboNode& root, Predicate predicate) {
  std::vector<const GumboNode*> found;
  bool begins = false;  // the last one found, and nothing of its text yet
  const auto enter = [&](const GumboNode& node) {
    if (IsText(node)) begins = begins && node.type == GUMBO_NODE_WHITESPACE;
    if (&node == &root || !IsElement(node)) return true;
    if (IsNeverText(node)) return false;
    if (begins || !predicate(node)) return true;
    found.push_back(&node);
    begins = true;
    return true;
  };
  const auto leave = [&](const GumboNode& node) {
    if (!found.empty() && found.back() == &node) begins = false;
  };
  Walk(root, enter, leave);
  return found;
}

// Items of the first list in the container, where nothing is called a comment.
std::vector<const GumboNode*> ListItems(const GumboNode& container) {
  const auto is_list = [](const GumboNode& node) {
    return TagOf(node) == GUMBO_TAG_OL || TagOf(node) == GUMBO_TAG_UL;
  };
  const GumboNode* list = is_list(container) ? &container : nullptr;
  if (!list) {
    const std::vector<const GumboNode*> lists = Select(container, is_list);
    if (lists.empty()) return {};
    list = lists.front();
  }
  return Select(*list, [&](const GumboNode& node) {
    return node.parent == list && TagOf(node) == GUMBO_TAG_LI;
  });
}

bool AnnouncesComments(const GumboNode& heading) {
  std::string text = TextOf(heading);
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  constexpr std::array<std::string_view, 8> kWords = {
      "reactie", "comment", "kommentar", "replies", "response", "gedachte", "thought", "gedanke"};
  return std::any_of(kWords.begin(), kWords.end(),
                     [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

// Whether a heading, in any words, stands in the container before its first comment.
bool BeginsWithHeading(const GumboNode& container, const GumboNode& first) {
  bool heading = false, reached = false;
  const auto enter = [&](const GumboNode& node) {
    reached = reached || &node == &first;
    if (reached || !IsElement(node)) return false;
    heading = heading || (IsHeading(TagOf(node)) && !TextOf(node).empty());
    return true;
  };
  Walk(container, enter, [](const GumboNode&) {});
  return heading;
}

// The heading of comments right before the container, or null.
const GumboNode* HeadingBefore(const GumboNode& container) {
  if (!container.parent || !IsElement(*container.parent)) return nullptr;
  const GumboVector& siblings = container.parent->v.element.children;
  for (std::size_t i = container.index_within_parent; i-- > 0 && i < siblings.length;) {
    const auto* sibling = static_cast<const GumboNode*>(siblings.data[i]);
    if (!IsElement(*sibling)) continue;
    return IsHeading(TagOf(*sibling)) && AnnouncesComments(*sibling) ? sibling : nullptr;
  }
  return nullptr;
}

// The comments of a container, or the element and its replies where it is a comment of itself.
std::vector<const GumboNode*> ItemsOf(const GumboNode& node) {
  if (IsContainer(node)) {
    std::vector<const GumboNode*> items = Select(node, IsItem);
    return items.empty() ? ListItems(node) : items;
  }
  if (!IsMarkedComment(node)) return {};
  std::vector<const GumboNode*> items = Select(node, IsItem);
  items.insert(items.begin(), &node);
  return items;
}

}  // namespace

CommentLists FindComments(const GumboNode& body) {
  CommentLists lists;
  const auto enter = [&](const GumboNode& node) {
    if (!IsElement(node) || IsNeverText(node)) return false;
    const std::vector<const GumboNode*> items = ItemsOf(node);
    if (items.empty()) return true;
    if (!BeginsWithHeading(node, *items.front())) {
      if (const GumboNode* heading = HeadingBefore(node)) {
        lists.headings.insert(heading);
      } else if (lists.items.empty()) {
        lists.needs_heading = items.front();
      }
    }
    lists.containers.insert(&node);
    for (const GumboNode* item : items)
      lists.items.emplace(item, static_cast<int>(lists.items.size()) + 1);
    return false;
  };
  Walk(body, enter, [](const GumboNode&) {});
  return lists;
}

std::string CommentHeading(std::string_view language, std::size_t count) {
  const std::string_view word = language.starts_with("en")   ? "Comments"
                                : language.starts_with("de") ? "Kommentare"
                                : language.starts_with("fr") ? "Commentaires"
                                                             : "Reacties";
  return std::string(word) + " (" + std::to_string(count) + ")";
}

}  // namespace koppel::read_html
