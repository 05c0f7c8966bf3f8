#include "dom.h"

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <new>

namespace koppel::read_html {

// Memory for the whole tree at once. Gumbo's own clean-up is recursive, and would leave the stack
// on a page that nests deeply; here the tree goes with its memory.
class Dom::Arena {
 public:
  void* Allocate(std::size_t size) {
    constexpr std::size_t kAlign = alignof(std::max_align_t);
    size = (size + kAlign - 1) / kAlign * kAlign;
    if (size > left_) {
      left_ = std::max(size, kBlock);
      blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
      next_ = blocks_.back().get();
    }
    void* place = next_;
    next_ += size;
    left_ -= size;
    return place;
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 16;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
};

Dom::Dom(std::string_view html) : html_(html), arena_(std::make_unique<Arena>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.userdata = arena_.get();
  options.allocator = [](void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->Allocate(size);
  };
  options.deallocator = [](void*, void*) {};
  options.max_errors = 0;
  root_ = gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

Dom::~Dom() = default;

GumboTag TagOf(const GumboNode& node) {
  return IsElement(node) && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML
             ? node.v.element.tag
             : GUMBO_TAG_UNKNOWN;
}

bool IsHeading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

std::string_view Attribute(const GumboNode& node, const char* name) {
  if (!IsElement(node)) return {};
  const GumboAttribute* attribute = gumbo_get_attribute(&node.v.element.attributes, name);
  return attribute ? attribute->value : std::string_view{};
}

std::vector<std::string> Names(const GumboNode& node) {
  std::vector<std::string> names;
  for (const char* attribute : {"class", "id"}) {
    bool inside = false;
    for (const char c : Attribute(node, attribute)) {
      const auto byte = static_cast<unsigned char>(c);
      if (std::isspace(byte)) {
        inside = false;
        continue;
      }
      if (!inside) names.emplace_back();
      names.back() += static_cast<char>(std::tolower(byte));
      inside = true;
    }
  }
  return names;
}

bool IsNeverText(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEMPLATE) return true;
  if (!IsElement(node)) return false;
  if (node.v.element.tag_namespace != GUMBO_NAMESPACE_HTML) return true;  // drawings, formulas
  switch (node.v.element.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_DATALIST:
      return true;
    default:
      return false;
  }
}

std::string TextOf(const GumboNode& node) {
  std::string text;
  bool white = false;
  const auto enter = [&](const GumboNode& child) {
    if (!IsText(child)) return white = true, !IsNeverText(child);
    for (const char* c = child.v.text.text; *c; ++c) {
      if (std::isspace(static_cast<unsigned char>(*c))) {
        white = true;
        continue;
      }
      if (white && !text.empty()) text += ' ';
      white = false;
      text += *c;
    }
    return false;
  };
  Walk(node, enter, [](const GumboNode&) {});
  return text;
}

}  // namespace koppel::read_html
