// Element by element through a file of XML or HTML. No tree is built, nothing is loaded from
// elsewhere, and no entity is expanded but those of XML or HTML itself.
#pragma once

#include <string_view>

#include "koppel/status.h"

namespace koppel::read_ocr {

// The attributes of one element, valid during the call that hands them out.
class Attributes {
 public:
  // Names and values in turn, ended by null, as libxml2 gives them; may be null.
  explicit Attributes(const unsigned char* const* pairs) : pairs_(pairs) {}
  // The value, found by its name without a prefix; empty if there is none.
  std::string_view operator[](std::string_view name) const;
  bool Has(std::string_view name) const;

 private:
  const unsigned char* Find(std::string_view name) const;
  const unsigned char* const* pairs_;
};

// Names come without their prefix: "String" for "alto:String".
class MarkupHandler {
 public:
  virtual ~MarkupHandler() = default;
  // An error ends the parse and is its result.
  virtual Status Start(std::string_view name, const Attributes& attributes) = 0;
  virtual void End(std::string_view name) = 0;
  // A stretch of text; one text may come in several.
  virtual void Text(std::string_view text) = 0;
};

// bad_input with the line where the file is malformed, nests deeper than 256 elements, has more
// attributes on one element than kMostAttributes, or a document type declaration. The encoding is
// what the file declares.
Status ParseXml(std::string_view bytes, MarkupHandler& handler);

// Takes UTF-8. Damage is mended as HTML parsers do; bad_input where elements nest deeper than 256
// or have too many attributes.
Status ParseHtml(std::string_view text, MarkupHandler& handler);

// The parser compares each attribute of an element with all others.
inline constexpr std::size_t kMostAttributes = 1000;

// Of the element that has most of them.
std::size_t MostAttributes(std::string_view bytes);

}  // namespace koppel::read_ocr
