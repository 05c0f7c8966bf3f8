#include "layout/print.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "koppel/layers.h"

namespace koppel::text {
namespace {

constexpr float kWidestIndent = 40;  // characters

bool HasPart(std::string_view name, std::span<const std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [name](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  });
}

// Fonts of a document by name.
class FontTable {
 public:
  std::uint32_t IndexOf(std::string_view name) {
    const auto [found, added] =
        indexes_.try_emplace(name, static_cast<std::uint32_t>(fonts_.size()));
    if (added) fonts_.push_back(FontOfName(name));
    return found->second;
  }
  std::vector<Font> Take() && { return std::move(fonts_); }

 private:
  std::map<std::string_view, std::uint32_t> indexes_ = {{"", 0}};
  std::vector<Font> fonts_ = {{}};
};

// The type that most bytes of a line are set in.
class TypeCount {
 public:
  void Add(const PrintedWord& word) {
    bytes_ += word.span.size();
    const auto same = std::find_if(types_.begin(), types_.end(), [&](const Type& type) {
      return type.font == word.font && std::fabs(type.size - word.size) < 0.25F;
    });
    if (same != types_.end()) {
      same->bytes += word.span.size();
    } else if (types_.size() < kMostTypes) {
      types_.push_back({word.size, word.font, word.span.size()});
    }
  }
  void SetTypeOf(LineOnPage& line) const {
    const auto most =
        std::max_element(types_.begin(), types_.end(),
                         [](const Type& a, const Type& b) { return a.bytes < b.bytes; });
    if (most == types_.end()) return;
    line.size = most->size;
    line.font = most->font;
    line.uniform = most->bytes * 20 >= bytes_ * 19;
  }

 private:
  static constexpr std::size_t kMostTypes = 8;  // more is a specimen of type
  struct Type {
    float size;
    std::uint32_t font;
    std::uint32_t bytes;
  };
  std::vector<Type> types_;
  std::uint32_t bytes_ = 0;
};

// The half of a broken word that the word was put together without is still part of its line.
bool StandsOn(const LineOnPage& line, const PrintedWord& word) {
  const float shared = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
  return line.known && line.page == word.page && 2 * shared > word.bottom - word.top;
}

void Extend(const PrintedWord& word, LineOnPage& line) {
  if (!line.known) line = {true, word.page, word.left, word.top, word.right, word.bottom};
  line.left = std::min(line.left, word.left);
  line.top = std::min(line.top, word.top);
  line.right = std::max(line.right, word.right);
  line.bottom = std::max(line.bottom, word.bottom);
}

// Whether `line` stands at the top of another column than the lines above it, whose left edge is
// `left`: further up, or clearly further left.
bool BeginsColumn(const LineOnPage& before, const LineOnPage& line, float left) {
  constexpr float kClearly = 3;  // heights of a line
  return line.page != before.page || line.bottom <= before.top ||
         line.left < left - kClearly * (line.bottom - line.top);
}

void MarkColumns(std::vector<LineOnPage>& places) {
  const LineOnPage* before = nullptr;
  float left = 0;
  for (LineOnPage& line : places) {
    if (!line.known) continue;
    line.column_begins = !before || BeginsColumn(*before, line, left);
    left = line.column_begins ? line.left : std::min(left, line.left);
    before = &line;
  }
}

}  // namespace

Font FontOfName(std::string_view name) {
  static constexpr std::array<std::string_view, 8> kBold = {"bold", "black", "heavy", "demi",
                                                            "cmbx", "cmb1",  "ecbx",  "sfbx"};
  static constexpr std::array<std::string_view, 6> kItalic = {"ital", "obli", "slant",
                                                              "cmti", "ecti", "sfti"};
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
  return {HasPart(lower, kBold), HasPart(lower, kItalic)};
}

Print PrintOf(const Document& document) {
  Print print;
  FontTable fonts;
  const auto boxes = document.layer<Box>();
  print.words.reserve(boxes.size());
  for (const auto box : boxes) {
    const auto length = [&](auto feature) { return static_cast<float>(box[feature]); };
    PrintedWord word{box.span(),         static_cast<std::uint32_t>(box[Box::page].index),
                     length(Box::left),  length(Box::top),
                     length(Box::right), length(Box::bottom)};
    if (!std::isfinite(word.left + word.top + word.right + word.bottom)) continue;
    if (box.Has(Box::font_size)) word.size = length(Box::font_size);
    word.font = fonts.IndexOf(box[Box::font]);
    print.words.push_back(word);
  }
  print.fonts = std::move(fonts).Take();
  return print;
}

std::vector<LineOnPage> LinesOnPage(const Print& print, const std::vector<TextLine>& lines) {
  std::vector<LineOnPage> places(lines.size());
  auto word = print.words.begin();
  for (std::size_t i = 0; i < lines.size(); ++i) {
    TypeCount types;
    while (word != print.words.end() && word->span.begin < lines[i].span.begin) ++word;
    const auto first = word;
    for (; word != print.words.end() && word->span.begin < lines[i].span.end; ++word) {
      if (word->span.empty()) continue;
      Extend(*word, places[i]);
      types.Add(*word);
    }
    types.SetTypeOf(places[i]);
    for (auto half = first; half != word; ++half) {
      if (half->span.empty() && StandsOn(places[i], *half)) Extend(*half, places[i]);
    }
  }
  MarkColumns(places);
  return places;
}

void IndentByPlace(const std::vector<LineOnPage>& places, std::vector<TextLine>& lines) {
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    float left = std::numeric_limits<float>::max();
    for (end = begin; end < lines.size() && (end == begin || !places[end].column_begins); ++end) {
      if (places[end].known && IsKept(lines[end])) left = std::min(left, places[end].left);
    }
    for (std::size_t i = begin; i < end; ++i) {
      const LineOnPage& place = places[i];
      if (!place.known || !IsKept(lines[i])) continue;
      const float width = (place.size > 0 ? place.size : place.bottom - place.top) / 2;
      const float indent = width > 0 ? (place.left - left) / width : 0;
      lines[i].indent = static_cast<std::uint32_t>(std::clamp(indent + 0.5F, 0.0F, kWidestIndent));
    }
  }
}

}  // namespace koppel::text
