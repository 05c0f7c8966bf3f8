#include "furniture.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <span>

#include "dom.h"

namespace koppel::read_html {
namespace {

// Words of class names and ids, in Dutch, English, German and French.
constexpr std::string_view kNames[] = {
    "ad",         "addtoany",   "ads",        "advert",      "advertentie",  "advertisement",
    "akismet",    "banner",     "breadcrumb", "breadcrumbs", "broodkruimel", "consent",
    "cookie",     "cookiebar",  "cookies",    "delen",       "gdpr",         "gerelateerd",
    "kruimelpad", "login",      "masthead",   "menu",        "modal",        "nav",
    "navbar",     "navigatie",  "navigation", "newsletter",  "nieuwsbrief",  "pager",
    "pagination", "paginering", "partage",    "popup",       "print",        "promo",
    "publicite",  "related",    "respond",    "search",      "share",        "sharebar",
    "sharedaddy", "sharing",    "sidebar",    "skip",        "social",       "socials",
    "sponsor",    "subscribe",  "teilen",     "toolbar",     "viewcount",    "views",
    "werbung"};
// The same of small elements inside text: a link to answer, a counter.
constexpr std::string_view kSmallNames[] = {"antworten", "beantwoorden", "control",
                                            "edit",      "likes",        "permalink",
                                            "reply",     "repondre",     "votes"};
constexpr std::size_t kSmall = 60;
constexpr std::string_view kRoles[] = {"alertdialog", "banner",     "complementary", "contentinfo",
                                       "dialog",      "navigation", "search"};
static_assert(std::is_sorted(std::begin(kNames), std::end(kNames)));
static_assert(std::is_sorted(std::begin(kSmallNames), std::end(kSmallNames)));

// The entry that is a word of one of the names: "share-bar" and "shareBar" (in lower case
// "sharebar") differ.
std::string_view Find(std::span<const std::string_view> list, std::string_view name) {
  for (std::size_t begin = 0; begin < name.size();) {
    std::size_t end = begin;
    while (end < name.size() && std::isalpha(static_cast<unsigned char>(name[end]))) ++end;
    const auto found = std::lower_bound(list.begin(), list.end(), name.substr(begin, end - begin));
    if (found != list.end() && *found == name.substr(begin, end - begin)) return *found;
    begin = end + 1;
  }
  return {};
}

std::string_view RuleOfTag(const GumboNode& element) {
  switch (TagOf(element)) {
    case GUMBO_TAG_NAV:
      return "nav";
    case GUMBO_TAG_ASIDE:
      return "aside";
    case GUMBO_TAG_FORM:
      return "form";
    case GUMBO_TAG_BUTTON:
      return "button";
    case GUMBO_TAG_LABEL:
      return "label";
    case GUMBO_TAG_HEADER:
      return "header";
    case GUMBO_TAG_FOOTER:
      return "footer";
    default:
      return {};
  }
}

bool HasAncestor(const GumboNode& element, GumboTag tag) {
  for (const GumboNode* node = element.parent; node; node = node->parent) {
    if (TagOf(*node) == tag) return true;
  }
  return false;
}

}  // namespace

Furniture::Furniture(const GumboNode& body) {
  const auto enter = [&](const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT)
      text_[node.parent] += std::string_view(node.v.text.text).size();
    return IsElement(node) && !IsNeverText(node);
  };
  const auto leave = [&](const GumboNode& node) {
    if (const std::size_t below = TextBelow(node); below > 0 && &node != &body)
      text_[node.parent] += below;
  };
  Walk(body, enter, leave);
  all_ = TextBelow(body);
}

std::size_t Furniture::TextBelow(const GumboNode& element) const {
  const auto found = text_.find(&element);
  return found == text_.end() ? 0 : found->second;
}

std::string_view Furniture::RuleFor(const GumboNode& element) const {
  const std::size_t text = TextBelow(element);
  if (text * 2 > all_) return {};
  const std::string_view rule = RuleOfTag(element);
  // An article has a header of its own, with its title.
  if (rule == "header" &&
      (HasAncestor(element, GUMBO_TAG_ARTICLE) || HasAncestor(element, GUMBO_TAG_MAIN)))
    return {};
  if (!rule.empty()) return rule;
  const std::string_view role = Attribute(element, "role");
  const auto found_role = std::find(std::begin(kRoles), std::end(kRoles), role);
  if (found_role != std::end(kRoles)) return *found_role;
  for (const std::string& name : Names(element)) {
    if (const std::string_view found = Find(kNames, name); !found.empty()) return found;
    const std::string_view small = Find(kSmallNames, name);
    // A heading that is all a link ("permalink") is a heading.
    const bool whole_heading =
        IsHeading(TagOf(*element.parent)) && TextBelow(*element.parent) == text;
    if (!small.empty() && text < kSmall && !whole_heading) return small;
  }
  return {};
}

bool IsPullQuote(const GumboNode& element) {
  for (const std::string& name : Names(element)) {
    if (name.find("pullquote") != std::string::npos ||
        name.find("pull-quote") != std::string::npos ||
        name.find("streamer") != std::string::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace koppel::read_html
