// The text of a page as it is written: white space collapsed, blocks apart, aligned to the page.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/alignment.h"
#include "koppel/span.h"

namespace koppel::read_html {

class PageWriter {
 public:
  explicit PageWriter(std::string_view html) : html_(html), builder_(html) {}

  // The characters of a text node that stands at `offset` of the page.
  void Text(std::size_t offset, std::string_view original, std::string_view decoded,
            bool preformatted);
  // What follows begins after so many line ends (1 or 2); nothing at the start of the text.
  void Break(int lines) {
    lines_ = std::max(lines_, lines);
    block_ = true;
  }
  // A further line end, up to a blank line. One by itself does not end the paragraph.
  void LineEnd() { lines_ = std::min(lines_ + 1, 2); }
  // What follows is a word of its own.
  void Space() { space_ = true; }
  // The same where a word stands before it.
  void SpaceAfterWord();
  // Put before the next text: " 1. ". Dropped if another comes first.
  void SetMark(std::string mark) { mark_ = std::move(mark); }
  // Text that stands nowhere on the page.
  void Insert(std::string_view text);

  // Where the text ends now. What is pending comes later.
  std::uint32_t size() const { return builder_.size(); }
  // The text written since `begin`, without white space around it.
  Span Since(std::uint32_t begin) const;
  // The same without the mark before it.
  Span WordsSince(std::uint32_t begin) const { return Since(std::max(begin, mark_end_)); }
  std::string_view TextIn(Span span) const { return span.In(builder_.text()); }
  // Stretches of lines that only line ends keep apart: paragraphs of several lines. Ascending.
  std::vector<Span> SoftLines() const;

  const Alignment& alignment() const { return builder_.alignment(); }
  std::string Finish();

 private:
  void Character(std::size_t offset, std::size_t bytes, std::string_view text, bool preformatted);
  // What stands between the last character and the next.
  std::string TakeGap();
  void WriteGap(std::size_t offset);

  std::string_view html_;
  TextBuilder builder_;
  std::string mark_;
  std::uint32_t mark_end_ = 0;            // where the last mark ends
  std::vector<std::uint32_t> soft_ends_;  // of lines inside a paragraph
  int lines_ = 0;
  bool block_ = false;  // what follows is another block
  bool space_ = false;
};

}  // namespace koppel::read_html
