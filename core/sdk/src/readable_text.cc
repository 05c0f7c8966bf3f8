#include <algorithm>

#include "koppel/layers.h"
#include "koppel/undo.h"
#include "undo_edit.h"

namespace koppel {
namespace {

// Nothing but the white space between two lines, which became one space.
bool JoinsLines(const RevisionEdit& edit) {
  return edit.inserted == " " && IsWhiteSpace(edit.removed) && HasLineEnd(edit.removed);
}

bool HasLineEndInside(const Layer<Paragraph>& paragraphs) {
  for (const auto paragraph : paragraphs)
    if (HasLineEnd(paragraph.text())) return true;
  return false;
}

// One past the newest revision that makes line ends into spaces by an edit that stands; 0 if none.
std::uint32_t LineJoiner(const Document& document, const EditChoice& chosen) {
  bool taken_back = false;
  for (std::uint32_t r = document.revisions(); r > 0; --r) {
    for (const RevisionEdit& edit : document.RevisionEdits(r - 1)) {
      if (!JoinsLines(edit)) continue;
      if (!chosen(r - 1, edit)) return r;
      taken_back = true;
    }
  }
  // Paragraphs of one line each may have needed no edit.
  const auto paragraphs = document.layer<Paragraph>();
  const bool on_lines = !paragraphs.empty() && !HasLineEndInside(paragraphs);
  return on_lines && !taken_back ? document.revisions() + 1 : 0;
}

// Appends `stretch`, with white space that holds a line end as one space.
void AppendJoined(std::string_view stretch, bool space_follows, std::string& out) {
  for (std::size_t at = 0; at < stretch.size();) {
    const std::size_t end = std::min(stretch.find_first_not_of(kWhiteSpace, at), stretch.size());
    const std::string_view white = stretch.substr(at, end - at);
    const bool beside_space = out.ends_with(' ') || (end == stretch.size() && space_follows);
    if (!HasLineEnd(white)) {
      out.append(white);
    } else if (!beside_space) {
      out += ' ';
    }
    at = std::min(stretch.find_first_of(kWhiteSpace, end), stretch.size());
    out.append(stretch.substr(end, at - end));
  }
}

constexpr std::string_view kParagraphBreak = "\n\n";

class Writer {
 public:
  Writer(const Document& document, const UndoResult& undone, const EditChoice& chosen)
      : undone_(undone),
        joiner_(LineJoiner(document, chosen)),
        paragraphs_(document.layer<Paragraph>()) {}

  std::string Write() && {
    for (const Restored& restored : undone_.restored) {
      Copy(restored.span.begin);
      if (restored.revision + 1 < joiner_ || !restored.lines.empty()) WriteStretch(restored);
      Copy(restored.span.end);
    }
    Copy(static_cast<std::uint32_t>(undone_.text.size()));
    return std::move(text_);
  }

 private:
  // Appends what stands before `end`.
  void Copy(std::uint32_t end) {
    if (at_ >= end) return;
    const std::string_view stretch = Span{at_, end}.In(undone_.text);
    at_ = end;
    const std::size_t begin = separator_.empty() ? 0 : stretch.find_first_not_of(kWhiteSpace);
    if (begin == std::string_view::npos) return;
    text_.append(text_.empty() ? "" : separator_).append(stretch.substr(begin));
    separator_ = {};
    ends_line_ = false;
  }

  void WriteStretch(const Restored& restored) {
    for (const Span lines : restored.lines) {
      WriteBetween(lines.begin, restored.latest);
      WriteLines(lines);
    }
    WriteBetween(restored.span.end, restored.latest);
  }

  void WriteBetween(std::uint32_t end, Span latest) {
    if (!separator_.empty() || joiner_ == 0 || !IsInside(latest)) return Copy(end);
    const std::string_view stretch = Span{at_, end}.In(undone_.text);
    if (IsWhiteSpace(stretch) && HasBlankLine(stretch)) return Break(end, kParagraphBreak);
    AppendJoined(stretch, undone_.text.compare(end, 1, " ") == 0, text_);
    at_ = end;
  }

  // Whole lines that come back are a paragraph of their own; lines below each other are one.
  void WriteLines(Span lines) {
    if (joiner_ == 0) return Copy(lines.end);
    const std::string_view line = lines.In(undone_.text);
    const std::string_view lead = line.substr(0, line.find_first_not_of(kWhiteSpace));
    const bool below_line = ends_line_ && at_ == lines.begin;
    const bool parted = HasBlankLine(lead) || lead.find('\f') != std::string_view::npos;
    Break(lines.begin, below_line && !parted ? "\n" : kParagraphBreak);
    Copy(lines.end);
    Break(lines.end, kParagraphBreak);
    ends_line_ = true;
  }

  // Goes on at `at`, and puts the separator before whatever stands behind the white space there.
  void Break(std::uint32_t at, std::string_view separator) {
    text_.erase(text_.find_last_not_of(kWhiteSpace) + 1);
    separator_ = separator;
    ends_line_ = false;
    at_ = at;
  }

  bool IsInside(Span place) const {
    const std::uint32_t after = paragraphs_.LowerBound(place.begin);
    return after > 0 && paragraphs_[after - 1].span().end > place.end;
  }

  const UndoResult& undone_;
  std::uint32_t joiner_;
  Layer<Paragraph> paragraphs_;
  std::string text_;
  std::uint32_t at_ = 0;        // up to here `undone_.text` is written
  std::string_view separator_;  // before what follows, in place of white space; empty: none
  bool ends_line_ = false;      // the text ends in a line that came back
};

}  // namespace

std::string ReadableText(const Document& document, const UndoResult& undone,
                         const EditChoice& chosen) {
  return Writer(document, undone, chosen).Write();
}

}  // namespace koppel
