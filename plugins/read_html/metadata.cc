#include "metadata.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "dom.h"

namespace koppel::read_html {
namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  return lower;
}

struct Source {
  std::string_view name;  // of a <meta>: name, property or itemprop
  std::string_view key;
};
// The first that a page has counts.
constexpr std::array<Source, 12> kSources = {{{"og:title", "title"},
                                              {"author", "author"},
                                              {"article:author", "author"},
                                              {"dc.creator", "author"},
                                              {"article:published_time", "published"},
                                              {"datepublished", "published"},
                                              {"dc.date.issued", "published"},
                                              {"dcterms.created", "published"},
                                              {"dc.date", "published"},
                                              {"date", "published"},
                                              {"pubdate", "published"},
                                              {"og:url", "url"}}};

using Values = std::map<std::string, std::string, std::less<>>;

void ReadMeta(const GumboNode& node, Values& values) {
  const std::string_view content = Attribute(node, "content");
  for (const char* attribute : {"name", "property", "itemprop"}) {
    const std::string_view name = Attribute(node, attribute);
    if (!name.empty() && !content.empty()) values.emplace(Lower(name), content);
  }
}

void ReadElement(const GumboNode& node, Values& values,
                 std::map<std::string, std::string>& metadata) {
  const GumboTag tag = TagOf(node);
  if (tag == GUMBO_TAG_META) ReadMeta(node, values);
  if (tag == GUMBO_TAG_TITLE) values.emplace("<title>", TextOf(node));
  if (tag == GUMBO_TAG_LINK && Lower(Attribute(node, "rel")) == "canonical") {
    metadata.emplace("url", Attribute(node, "href"));
  }
}

// "nl" of "nl-NL": the metadata `language` is what pipelines compare with.
std::string MainLanguage(std::string_view code) {
  return Lower(code.substr(0, code.find_first_of("-_")));
}

}  // namespace

std::map<std::string, std::string> ReadMetadata(const GumboNode& root) {
  std::map<std::string, std::string> metadata;
  Values values;
  const auto enter = [&](const GumboNode& node) {
    ReadElement(node, values, metadata);
    return IsElement(node) && node.v.element.tag_namespace == GUMBO_NAMESPACE_HTML;
  };
  Walk(root, enter, [](const GumboNode&) {});
  for (const Source& source : kSources) {
    const auto found = values.find(source.name);
    // article:author is often the address of a profile.
    const bool address =
        found != values.end() && source.key == "author" && found->second.starts_with("http");
    if (found != values.end() && !address) metadata.emplace(source.key, found->second);
  }
  if (const auto title = values.find("<title>"); title != values.end())
    metadata.emplace("title", title->second);
  metadata.emplace("language", MainLanguage(Attribute(root, "lang")));
  std::erase_if(metadata, [](const auto& entry) { return entry.second.empty(); });
  return metadata;
}

std::string DeclaredCharset(std::string_view html) {
  const std::string head = Lower(html.substr(0, 1024));
  for (std::size_t meta = head.find("<meta"); meta != std::string::npos;
       meta = head.find("<meta", meta + 1)) {
    const std::string_view tag = std::string_view(head).substr(meta, head.find('>', meta) - meta);
    const std::size_t at = tag.find("charset=");
    if (at == std::string_view::npos) continue;
    std::string_view value = tag.substr(at + 8);
    if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
    return std::string(value.substr(0, value.find_first_of("\"' ;/")));
  }
  return {};
}

}  // namespace koppel::read_html
