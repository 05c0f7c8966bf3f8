// A parsed page, and walking it without recursion: a page may nest deeper than the stack.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace koppel::read_html {

// Owns the tree. `html` must outlive it: nodes point into it.
class Dom {
 public:
  explicit Dom(std::string_view html);
  ~Dom();
  Dom(const Dom&) = delete;
  Dom& operator=(const Dom&) = delete;

  const GumboNode* root() const { return root_; }  // <html>
  // Offset of a piece of the page in `html`.
  std::size_t OffsetOf(const char* place) const {
    return static_cast<std::size_t>(place - html_.data());
  }

 private:
  class Arena;
  std::string_view html_;
  std::unique_ptr<Arena> arena_;
  const GumboNode* root_ = nullptr;
};

inline bool IsElement(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}
inline bool IsText(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}
// GUMBO_TAG_UNKNOWN for what is no HTML element.
GumboTag TagOf(const GumboNode& node);
bool IsHeading(GumboTag tag);
// Empty where there is none.
std::string_view Attribute(const GumboNode& node, const char* name);
// The values of `class` and `id`, in lower case, apart.
std::vector<std::string> Names(const GumboNode& node);
// All text below a node, white space collapsed; nothing of scripts and styles.
std::string TextOf(const GumboNode& node);
// Elements whose content is never shown as text.
bool IsNeverText(const GumboNode& node);

// Calls enter(node), which says whether to go into its children, and after those leave(node) for
// every node that was gone into, in the order of the page.
template <class Enter, class Leave>
void Walk(const GumboNode& root, Enter enter, Leave leave) {
  std::vector<std::pair<const GumboNode*, unsigned>> path;  // with the next child
  if (!enter(root) || !IsElement(root)) return;
  path.emplace_back(&root, 0U);
  while (!path.empty()) {
    const GumboNode* node = path.back().first;
    const GumboVector& children = node->v.element.children;
    if (path.back().second == children.length) {
      leave(*node);
      path.pop_back();
      continue;
    }
    const auto* child = static_cast<const GumboNode*>(children.data[path.back().second++]);
    if (enter(*child) && IsElement(*child)) path.emplace_back(child, 0U);
  }
}

}  // namespace koppel::read_html
