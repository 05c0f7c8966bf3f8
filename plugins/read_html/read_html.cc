#include "read_html.h"

#include <fmt/format.h>

#include "compose.h"
#include "dom.h"
#include "extract.h"
#include "koppel/layers.h"
#include "koppel/utf8.h"
#include "metadata.h"
#include "nesting.h"

namespace koppel::read_html {
namespace {

using common::Declared;
using common::Detection;

// The encoding that the page names, where that can be told from the bytes too; kAuto for others.
Declared FromCharset(std::string_view charset) {
  if (charset == "utf-8" || charset == "utf8") return Declared::kUtf8;
  // Browsers read all three alike.
  if (charset == "iso-8859-1" || charset == "latin1" || charset == "windows-1252")
    return Declared::kWindows1252;
  return Declared::kAuto;
}

// A declared encoding decides; else the bytes do where they are clear, as in text files, and the
// page where not.
Result<Detection> EncodingOf(std::string_view bytes, const ReadHtml::Params& params) {
  if (params.encoding != Declared::kAuto)
    return common::Determine(bytes, params.encoding, params.invalid);
  Result<Detection> found = common::Detect(bytes);
  const Declared named = FromCharset(DeclaredCharset(bytes));
  if (named == Declared::kAuto || (found.ok() && found->encoding == common::Encoding::kUtf8))
    return found;
  if (found.ok() && named == Declared::kUtf8)
    return common::Determine(bytes, named, params.invalid);
  return found.ok() ? std::move(found) : common::Determine(bytes, named, params.invalid);
}

// Whom the article's own mark-up names, where the page says nothing of its author.
void SetAuthors(const std::vector<std::string>& authors, Document& document) {
  if (!document.metadata("author").empty() || authors.empty()) return;
  std::string joined;
  for (const std::string& author : authors) joined += (joined.empty() ? "" : "; ") + author;
  document.SetMetadata("author", joined);
}

void SetLayers(const std::vector<FoundRegion>& regions, Document& document) {
  auto layer = document.layer<Region>();
  for (const FoundRegion& region : regions) {
    auto row = layer.Add(region.span);
    row.Set(Region::kind, region.kind).Set(Region::rule, region.rule);
    if (!region.removed.empty()) row.Set(Region::removed_text, region.removed);
  }
}

}  // namespace

void ReadHtml::Declare(ParamSpec<Params>& spec) {
  Params::DeclareText(spec);
  spec.Choice("boilerplate", &Params::boilerplate,
              {{"remove", Furniture::kRemove}, {"keep", Furniture::kKeep}},
              "Menus, forms, notices and the like: leave them out, or keep them in the text; "
              "regions tell either way.");
}

Status ReadHtml::Parse(const Item& item, Document& document, Context&) {
  Result<std::string> bytes = common::LoadBytes(item, "text/html", document);
  if (!bytes.ok()) return std::move(bytes).status();
  Result<Detection> found = EncodingOf(*bytes, params_);
  if (!found.ok()) return std::move(found).status();
  Result<common::Decoded> page =
      common::Decode(*std::move(bytes), found->mark, found->encoding, params_.invalid);
  if (!page.ok()) return std::move(page).status();
  if (const std::size_t depth = NestingDepth(page->text); depth > kMaxNesting) {
    return BadInput(fmt::format("elements nest {} deep; at most {} are read", depth, kMaxNesting));
  }

  const Dom dom(page->text);
  for (const auto& [key, value] : ReadMetadata(*dom.root())) document.SetMetadata(key, value);
  document.SetMetadata("encoding", common::Name(found->encoding));
  Extraction extraction =
      Extract(dom, page->text, document.language(), params_.boilerplate == Furniture::kKeep);
  const Alignment alignment = page->alignment.empty()
                                  ? std::move(extraction.alignment)
                                  : Compose(page->alignment, extraction.alignment);
  SetAuthors(extraction.authors, document);
  KOPPEL_RETURN_IF_ERROR(document.SetText(std::move(extraction.text), alignment));
  SetLayers(extraction.regions, document);
  return Ok();
}

}  // namespace koppel::read_html
