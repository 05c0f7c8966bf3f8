#include "main_content.h"

#include <unordered_map>

#include "dom.h"

namespace koppel::read_html {
namespace {

// Shorter blocks are captions, labels and entries of menus.
constexpr std::size_t kProse = 60;
// Part of the page's prose that the main content has.
constexpr double kMost = 0.7;

struct Counts {
  std::size_t text = 0;   // of the node and its inline elements, outside links
  std::size_t prose = 0;  // of all blocks below
};
using Table = std::unordered_map<const GumboNode*, Counts>;

bool IsInline(const GumboNode& node) {
  switch (TagOf(node)) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_B:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_U:
      return true;
    default:
      return false;
  }
}

Table CountProse(const GumboNode& body, const Furniture& furniture) {
  Table table;
  const auto enter = [&](const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT)
      table[node.parent].text += std::string_view(node.v.text.text).size();
    return IsElement(node) && !IsNeverText(node) && furniture.RuleFor(node).empty();
  };
  const auto leave = [&](const GumboNode& node) {
    Counts& counts = table[&node];
    if (TagOf(node) == GUMBO_TAG_A) counts.text = 0;
    const bool within = IsInline(node) && &node != &body;
    if (!within && counts.text >= kProse) counts.prose += counts.text;
    if (&node == &body) return;
    const Counts mine = counts;  // the table may move
    Counts& parent = table[node.parent];
    if (within) parent.text += mine.text;
    parent.prose += mine.prose;
  };
  Walk(body, enter, leave);
  return table;
}

std::size_t ProseOf(const Table& table, const GumboNode& node) {
  const auto found = table.find(&node);
  return found == table.end() ? 0 : found->second.prose;
}

// The element with this tag that has most of the prose, or null.
const GumboNode* Marked(const GumboNode& body, const Table& table, GumboTag tag, double least) {
  const GumboNode* found = nullptr;
  const auto enter = [&](const GumboNode& node) {
    const bool marked =
        TagOf(node) == tag || (tag == GUMBO_TAG_MAIN && Attribute(node, "role") == "main");
    if (!found && marked && static_cast<double>(ProseOf(table, node)) >= least) found = &node;
    return !found;
  };
  Walk(body, enter, [](const GumboNode&) {});
  return found;
}

}  // namespace

const GumboNode* MainContent(const GumboNode& body, const Furniture& furniture) {
  const Table table = CountProse(body, furniture);
  const double least = kMost * static_cast<double>(ProseOf(table, body));
  for (const GumboTag tag : {GUMBO_TAG_MAIN, GUMBO_TAG_ARTICLE}) {
    if (const GumboNode* marked = Marked(body, table, tag, tag == GUMBO_TAG_MAIN ? 1 : least))
      return marked;
  }
  const GumboNode* main = &body;
  for (bool deeper = least > 0; deeper;) {
    deeper = false;
    const GumboVector& children = main->v.element.children;
    for (unsigned i = 0; i < children.length && !deeper; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      deeper = IsElement(*child) && !IsInline(*child) &&
               static_cast<double>(ProseOf(table, *child)) >= least;
      if (deeper) main = child;
    }
  }
  // A single paragraph is no page: its block is.
  return main != &body && (TagOf(*main) == GUMBO_TAG_P || TagOf(*main) == GUMBO_TAG_LI)
             ? main->parent
             : main;
}

}  // namespace koppel::read_html
