// What a paragraph is by its shape.
#pragma once

#include <cstddef>
#include <string_view>

namespace koppel::text {

// kCaption: it begins with the label of a picture or table ("Figuur 3.", "Tab. 2:").
enum class ParagraphKind { kBody, kHeading, kListItem, kCaption };

// Shapes that only the paragraphs around can settle: a short line with a capital and no final
// punctuation is a heading if what follows it is text.
struct ParagraphShape {
  ParagraphKind kind = ParagraphKind::kBody;  // kHeading: may be one
  std::size_t size = 0;                       // bytes
};

// Whether it begins with the label of a picture or table and a number. Its own type shows a caption
// that has no stop behind the number; in the type of the text it may be a sentence about one.
bool HasCaptionLabel(std::string_view paragraph);
// The same with a stop: "Figuur 3.", "Tabel 2.1:", "Abb. 4 –".
bool IsCaption(std::string_view paragraph);

// `lines`: how many printed lines it has.
ParagraphShape ShapeOf(std::string_view paragraph, std::size_t lines);

// Whether a paragraph shaped as a heading is one. `next_is_heading`: the answer for the paragraph
// behind it.
bool IsHeading(const ParagraphShape& paragraph, const ParagraphShape& next, bool next_is_heading);

}  // namespace koppel::text
