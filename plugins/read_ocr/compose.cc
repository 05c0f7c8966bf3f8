#include "compose.h"

#include "koppel/utf8.h"
#include "words.h"

namespace koppel::read_ocr {
namespace {

class Writer {
 public:
  explicit Writer(bool set_apart) : set_apart_(set_apart) {}

  Status Add(const ScanPage& page) {
    if (!out_.pages.empty()) out_.text += '\f';
    const std::uint32_t begin = Size();
    last_ = {};
    drop_cap_ = false;
    out_.pages.push_back({begin, begin});
    for (const ScanRegion& region : page.regions) {
      Add(region);
      if (out_.text.size() > Document::kMaxTextBytes)
        return BadInput("the text is larger than a document may be");
    }
    out_.pages.back().end = Size();
    return Ok();
  }

  Composed Take() && { return std::move(out_); }

 private:
  std::uint32_t Size() const { return static_cast<std::uint32_t>(out_.text.size()); }

  void Add(const ScanRegion& region) {
    const bool apart = set_apart_ && IsFurniture(region);
    bool first = true;
    for (const ScanLine& line : region.lines) {
      if (line.empty()) continue;
      if (first && !apart) Separate(line);
      if (first) out_.regions.push_back({&region, {Size(), 0}, {Size(), 0}});
      first = false;
      Add(line, apart);
    }
    if (first) return;
    PlacedRegion& placed = out_.regions.back();
    placed.span.end = Size() - 1;
    if (apart) out_.text += '\n';
    placed.block = {placed.span.begin, Size()};
    if (apart) return;
    last_ = placed.span;
    drop_cap_ = region.drop_cap;
  }

  // Before the first line of a region: the letter that begins it in large type stands right before
  // it; what runs on follows on the next line.
  void Separate(const ScanLine& line) {
    if (last_.empty()) return;
    if (drop_cap_ && last_.end + 1 == Size()) {
      out_.text.pop_back();
      out_.lines.back().span.end = Size();
    } else if (!RunsOn(last_.In(out_.text), line.front().text)) {
      out_.text += '\n';
    }
  }

  static bool RunsOn(std::string_view before, std::string_view after) {
    if (HyphenAtEnd(before) > 0) return true;
    const char32_t last = DecodeBefore(before, before.size()).value;
    return (IsLetter(last) || last == ',') && IsLower(DecodeAt(after, 0).value);
  }

  void Add(const ScanLine& line, bool furniture) {
    PlacedLine placed{static_cast<std::uint32_t>(out_.words.size()), 0, {Size(), 0}, furniture};
    for (const ScanWord& word : line) {
      if (word.space_before && placed.first < out_.words.size()) out_.text += ' ';
      const std::uint32_t begin = Size();
      out_.text += word.text;
      out_.words.push_back(
          {&word, {begin, Size()}, static_cast<std::uint32_t>(out_.pages.size() - 1)});
    }
    out_.text += '\n';
    placed.end = static_cast<std::uint32_t>(out_.words.size());
    placed.span.end = Size();
    out_.lines.push_back(placed);
  }

  bool set_apart_;
  Composed out_;
  Span last_;              // of the last region on the page that stays
  bool drop_cap_ = false;  // that region is one
};

}  // namespace

Result<Composed> Compose(const Scan& scan, bool set_apart) {
  Writer writer(set_apart);
  for (const ScanPage& page : scan.pages) KOPPEL_RETURN_IF_ERROR(writer.Add(page));
  return std::move(writer).Take();
}

}  // namespace koppel::read_ocr
