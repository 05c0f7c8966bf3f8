#include "extract.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "bylines.h"
#include "comments.h"
#include "furniture.h"
#include "main_content.h"
#include "page_writer.h"

namespace koppel::read_html {
namespace {

enum class Break { kNone, kSpace, kLine, kBlank };

Break BreakOf(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
      return Break::kBlank;
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_TR:
      return Break::kLine;
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return Break::kSpace;
    default:
      return Break::kNone;
  }
}

class Extractor {
 public:
  Extractor(const Dom& dom, std::string_view html, std::string_view language, bool keep)
      : dom_(dom), html_(html), language_(language), keep_(keep), writer_(html) {}

  Extraction Run() {
    const GumboNode& root = *dom_.root();
    for (unsigned i = 0; i < root.v.element.children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(root.v.element.children.data[i]);
      if (TagOf(*child) == GUMBO_TAG_BODY) body_ = child;
    }
    if (body_) {
      furniture_.emplace(*body_);
      Choose();
      Walk(
          *body_, [&](const GumboNode& node) { return Enter(node); },
          [&](const GumboNode& node) { Leave(node); });
    }
    for (const Span lines : writer_.SoftLines())
      regions_.push_back({lines, Region::Kind::kBody, "br", {}});
    std::string text = writer_.Finish();
    return {std::move(text), writer_.alignment(), std::move(regions_), authors_.Take()};
  }

 private:
  struct Open {
    const GumboNode* node;
    std::uint32_t begin;
    Region::Kind kind;
    std::string rule;
    bool ended = false;  // before its element: a comment at its first reply
  };

  // What the text is taken from: the main content, the comments, and the title where it stands
  // outside.
  void Choose() {
    comments_ = FindComments(*body_);
    bylines_ = FindBylines(*body_, comments_);
    const GumboNode* main = MainContent(*body_, *furniture_);
    chosen_.insert(main);
    main_ = main;
    chosen_.insert(comments_.containers.begin(), comments_.containers.end());
    chosen_.insert(comments_.headings.begin(), comments_.headings.end());
    if (!FirstTitle(*main)) {
      if (const GumboNode* title = FirstTitle(*body_)) chosen_.insert(title);
    }
    for (const GumboNode* node : chosen_) {
      for (node = node->parent; node; node = node->parent) above_.insert(node);
    }
  }

  static const GumboNode* FirstTitle(const GumboNode& root) {
    const GumboNode* title = nullptr;
    const auto enter = [&](const GumboNode& node) {
      if (!title && TagOf(node) == GUMBO_TAG_H1) title = &node;
      return !title && IsElement(node);
    };
    Walk(root, enter, [](const GumboNode&) {});
    return title;
  }

  bool Enter(const GumboNode& node) {
    if (IsText(node)) return Write(node), false;
    if (!IsElement(node) || IsNeverText(node)) return false;
    const GumboTag tag = TagOf(node);
    if (tag == GUMBO_TAG_BR) return writer_.LineEnd(), false;
    if (!EnterFurniture(node)) return false;
    BreakAt(tag);
    if (chosen_.contains(&node)) ++inside_;
    EnterStructure(node, tag);
    if (tag == GUMBO_TAG_PRE) ++preformatted_;
    return true;
  }

  // False: the element was left out.
  bool EnterFurniture(const GumboNode& node) {
    std::string_view rule;
    Region::Kind kind = Region::Kind::kBoilerplate;
    const bool holds_text = above_.contains(&node) || chosen_.contains(&node);
    if (!holds_text && !comments_.items.contains(&node) && !bylines_.heads.contains(&node)) {
      rule = furniture_->RuleFor(node);
      if (rule.empty() && inside_ == 0) rule = "outside_main";
      if (IsPullQuote(node) && inside_ > 0) kind = Region::Kind::kPullQuote, rule = "pull_quote";
    }
    if (rule.empty() || in_furniture_ > 0) return true;
    if (!keep_) return LeaveOut(node, kind, rule), false;
    ++in_furniture_;
    open_.push_back({&node, writer_.size(), kind, std::string(rule)});
    return true;
  }

  void LeaveOut(const GumboNode& node, Region::Kind kind, std::string_view rule) {
    BreakAt(TagOf(node));
    const bool byline = rule == "outside_main" || rule == "header" || rule == "footer";
    if (byline && (inside_ > 0 || !past_main_ || node.parent == main_->parent))
      AddAuthorsBelow(node);
    std::string text = TextOf(node);
    if (text.empty()) return;
    regions_.push_back(
        {{writer_.size(), writer_.size()}, kind, std::string(rule), std::move(text)});
  }

  void AddAuthorsBelow(const GumboNode& element) {
    const auto enter = [&](const GumboNode& node) {
      const auto mark = bylines_.marks.find(&node);
      if (mark != bylines_.marks.end() && mark->second == kAuthor) authors_.Add(TextOf(node));
      return IsElement(node) && !comments_.items.contains(&node);
    };
    Walk(element, enter, [](const GumboNode&) {});
  }

  void EnterStructure(const GumboNode& node, GumboTag tag) {
    if (const auto mark = bylines_.marks.find(&node); mark != bylines_.marks.end()) {
      writer_.SpaceAfterWord();
      open_.push_back({&node, writer_.size(), Region::Kind::kBody, std::string(mark->second)});
    }
    if (const auto item = comments_.items.find(&node); item != comments_.items.end())
      return EnterComment(node, item->second);
    if (comments_.containers.contains(&node))
      open_.push_back({&node, writer_.size(), Region::Kind::kList, "comments"});
    const auto open = [&](Region::Kind kind) {
      open_.push_back({&node, writer_.size(), kind, gumbo_normalized_tagname(tag)});
    };
    if (IsHeading(tag)) open(Region::Kind::kHeading);
    if (tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION) open(Region::Kind::kCaption);
    if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) {
      numbers_.push_back(tag == GUMBO_TAG_OL ? 0 : -1);
      if (IsListOfComments(node)) return;
      open(Region::Kind::kList);
    }
    if (tag == GUMBO_TAG_LI && !numbers_.empty()) {
      writer_.SetMark(numbers_.back() < 0 ? "- " : std::to_string(++numbers_.back()) + ". ");
    }
  }

  void EnterComment(const GumboNode& node, int number) {
    if (comments_.needs_heading == &node) {
      writer_.Break(2);
      writer_.Insert(CommentHeading(language_, comments_.items.size()));
    }
    writer_.Break(2);
    for (Open& open : open_) {
      if (comments_.items.contains(open.node)) End(open);
    }
    open_.push_back({&node, writer_.size(), Region::Kind::kBody, "comment"});
    writer_.SetMark(" " + std::to_string(number) + ". ");
  }

  // A list of comments has their numbers, and is no list of the text.
  bool IsListOfComments(const GumboNode& list) const {
    const GumboVector& children = list.v.element.children;
    return std::any_of(children.data, children.data + children.length, [&](void* child) {
      return comments_.items.contains(static_cast<const GumboNode*>(child));
    });
  }

  void Leave(const GumboNode& node) {
    const GumboTag tag = TagOf(node);
    if (tag == GUMBO_TAG_PRE) --preformatted_;
    if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL) numbers_.pop_back();
    if (tag == GUMBO_TAG_LI) writer_.SetMark({});
    while (!open_.empty() && open_.back().node == &node) Close();
    if (chosen_.contains(&node)) --inside_;
    past_main_ = past_main_ || &node == main_;
    BreakAt(tag);
  }

  void Close() {
    Open region = std::move(open_.back());
    open_.pop_back();
    if (region.kind == Region::Kind::kBoilerplate || region.kind == Region::Kind::kPullQuote)
      --in_furniture_;
    End(region);
  }

  void End(Open& region) {
    const bool names = region.rule == kAuthor || region.rule == kDate;
    const Span span = names ? writer_.WordsSince(region.begin) : writer_.Since(region.begin);
    if (region.rule == kAuthor && !InComment() && !region.ended && !span.empty())
      authors_.Add(writer_.TextIn(span));
    if (!region.ended && !span.empty()) regions_.push_back({span, region.kind, region.rule, {}});
    region.ended = true;
  }

  bool InComment() const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& open) { return comments_.items.contains(open.node); });
  }

  void Write(const GumboNode& node) {
    const GumboText& text = node.v.text;
    if (inside_ == 0 && in_furniture_ == 0 && !keep_) return;
    writer_.Text(dom_.OffsetOf(text.original_text.data),
                 {text.original_text.data, text.original_text.length}, text.text,
                 preformatted_ > 0);
  }

  void BreakAt(GumboTag tag) {
    switch (BreakOf(tag)) {
      case Break::kBlank:
        return writer_.Break(2);
      case Break::kLine:
        return writer_.Break(1);
      case Break::kSpace:
        return writer_.Space();
      case Break::kNone:
        return;
    }
  }

  const Dom& dom_;
  std::string_view html_;
  std::string_view language_;
  bool keep_;
  PageWriter writer_;
  const GumboNode* body_ = nullptr;
  std::optional<Furniture> furniture_;
  CommentLists comments_;
  Bylines bylines_;
  const GumboNode* main_ = nullptr;
  std::unordered_set<const GumboNode*> chosen_;
  std::unordered_set<const GumboNode*> above_;  // elements that hold a chosen one
  std::vector<FoundRegion> regions_;
  std::vector<Open> open_;
  std::vector<int> numbers_;  // of the lists around; -1 where they are not numbered
  AuthorNames authors_;
  bool past_main_ = false;
  int inside_ = 0;  // chosen elements around
  int in_furniture_ = 0;
  int preformatted_ = 0;
};

}  // namespace

Extraction Extract(const Dom& dom, std::string_view html, std::string_view language,
                   bool keep_furniture) {
  return Extractor(dom, html, language, keep_furniture).Run();
}

}  // namespace koppel::read_html
