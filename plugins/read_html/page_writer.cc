#include "page_writer.h"

#include <algorithm>
#include <cctype>

#include "characters.h"

namespace koppel::read_html {
namespace {

constexpr std::string_view kWhite = " \t\n\f\r";

}  // namespace

void PageWriter::Text(std::size_t offset, std::string_view original, std::string_view decoded,
                      bool preformatted) {
  ForEachCharacter(original, decoded,
                   [&](std::size_t at, std::size_t bytes, std::string_view text) {
                     Character(offset + at, bytes, text, preformatted);
                   });
}

void PageWriter::Character(std::size_t offset, std::size_t bytes, std::string_view text,
                           bool preformatted) {
  if (text.find_first_not_of(kWhite) == std::string_view::npos) {
    if (!preformatted) {
      space_ = true;
      return;
    }
    if (text == "\n") {
      ++lines_;
      block_ = true;
      return;
    }
  }
  // Misplaced content of a table is moved before it: what stands earlier on the page than the text
  // already written can't be aligned.
  if (bytes == 0 || offset < builder_.position()) {
    Insert(text);
    return;
  }
  WriteGap(offset);
  const bool same = html_.substr(offset, bytes) == text;
  if (same) {
    builder_.Copy(static_cast<std::uint32_t>(bytes));
  } else {
    builder_.Replace(static_cast<std::uint32_t>(bytes), text);
  }
}

void PageWriter::SpaceAfterWord() {
  if (size() == 0) return;
  const auto last = static_cast<unsigned char>(builder_.text().back());
  space_ = space_ || std::isalnum(last) != 0 || last >= 0x80;
}

std::string PageWriter::TakeGap() {
  std::string gap;
  if (size() > 0) {
    gap = lines_ > 0 ? std::string(static_cast<std::size_t>(lines_), '\n') : space_ ? " " : "";
    if (lines_ == 1 && !block_ && mark_.empty()) soft_ends_.push_back(size());
  }
  gap += mark_;
  if (!mark_.empty()) mark_end_ = size() + static_cast<std::uint32_t>(gap.size());
  mark_.clear();
  lines_ = 0;
  block_ = false;
  space_ = false;
  return gap;
}

void PageWriter::WriteGap(std::size_t offset) {
  const std::string gap = TakeGap();
  const std::size_t left_out = offset - builder_.position();
  if (html_.substr(builder_.position(), left_out) == gap) {
    builder_.Copy(static_cast<std::uint32_t>(left_out));
  } else {
    builder_.Replace(static_cast<std::uint32_t>(left_out), gap);
  }
}

void PageWriter::Insert(std::string_view text) { builder_.Insert(TakeGap().append(text)); }

Span PageWriter::Since(std::uint32_t begin) const {
  const std::string_view text = builder_.text();
  std::size_t first = std::min(text.find_first_not_of(kWhite, begin), text.size());
  return {static_cast<std::uint32_t>(first), size()};
}

std::vector<Span> PageWriter::SoftLines() const {
  const std::string_view text = builder_.text();
  std::vector<Span> spans;
  for (const std::uint32_t at : soft_ends_) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at + 1), text.size()));
    if (!spans.empty() && spans.back().end == at) {
      spans.back().end = end;
    } else {
      const std::size_t before = at == 0 ? text.npos : text.rfind('\n', at - 1);
      spans.push_back({static_cast<std::uint32_t>(before + 1), end});
    }
  }
  return spans;
}

std::string PageWriter::Finish() {
  if (size() > 0) builder_.Insert("\n");
  const auto left = static_cast<std::uint32_t>(html_.size()) - builder_.position();
  builder_.Skip(left);
  return builder_.TakeText();
}

}  // namespace koppel::read_html
