#include "hocr_title.h"

#include <algorithm>

#include "measure.h"

namespace koppel::read_ocr {
namespace {

struct Defined {
  std::string_view name;
  HocrClass meaning;
};

constexpr Defined kDefined[] = {{"ocr_page", {HocrRole::kPage, ""}},
                                {"ocr_carea", {HocrRole::kArea, ""}},
                                {"ocr_column", {HocrRole::kArea, ""}},
                                {"ocrx_block", {HocrRole::kArea, ""}},
                                {"ocr_float", {HocrRole::kArea, "float"}},
                                {"ocr_textfloat", {HocrRole::kArea, "pull_quote"}},
                                {"ocr_header", {HocrRole::kArea, "header"}},
                                {"ocr_footer", {HocrRole::kArea, "footer"}},
                                {"ocr_pageno", {HocrRole::kArea, "page_number"}},
                                {"ocr_caption", {HocrRole::kArea, "caption"}},
                                {"ocr_title", {HocrRole::kArea, "title"}},
                                {"ocr_chapter", {HocrRole::kArea, ""}},
                                {"ocr_section", {HocrRole::kArea, ""}},
                                {"ocr_blockquote", {HocrRole::kArea, "blockquote"}},
                                {"ocr_par", {HocrRole::kParagraph, ""}},
                                {"ocr_line", {HocrRole::kLine, ""}},
                                {"ocrx_line", {HocrRole::kLine, ""}},
                                {"ocrx_word", {HocrRole::kWord, ""}},
                                {"ocr_word", {HocrRole::kWord, ""}}};

constexpr Defined kInParagraph[] = {{"ocr_header", {HocrRole::kLine, "heading"}},
                                    {"ocr_caption", {HocrRole::kLine, "caption"}},
                                    {"ocr_textfloat", {HocrRole::kLine, "pull_quote"}}};

// The end of the property that `title` begins with: a semicolon outside quotes.
std::size_t PropertyEnd(std::string_view title) {
  std::size_t at = 0;
  while (at < title.size() && title[at] != ';') {
    const bool quote = title[at] == '"' || title[at] == '\'';
    const std::size_t close = quote ? title.find(title[at], at + 1) : title.npos;
    at = close == title.npos ? at + 1 : close + 1;
  }
  return at;
}

}  // namespace

std::string_view Property(std::string_view title, std::string_view name) {
  while (!title.empty()) {
    const std::size_t end = PropertyEnd(title);
    std::string_view property = title.substr(0, end);
    if (NextWord(property) == name) {
      property.remove_prefix(std::min(property.find_first_not_of(" \t\r\n"), property.size()));
      return property;
    }
    title.remove_prefix(std::min(end + 1, title.size()));
  }
  return {};
}

template <std::size_t N>
std::optional<std::array<double, N>> Numbers(std::string_view value) {
  std::array<double, N> numbers{};
  for (double& number : numbers) {
    const auto parsed = ParseNumber(NextWord(value));
    if (!parsed) return std::nullopt;
    number = *parsed;
  }
  return numbers;
}
template std::optional<std::array<double, 2>> Numbers<2>(std::string_view);
template std::optional<std::array<double, 4>> Numbers<4>(std::string_view);

std::string_view Unquoted(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

HocrClass ClassOf(std::string_view classes, bool in_paragraph) {
  for (std::string_view name = NextWord(classes); !name.empty(); name = NextWord(classes)) {
    for (const Defined& defined : kInParagraph) {
      if (in_paragraph && defined.name == name) return defined.meaning;
    }
    for (const Defined& defined : kDefined) {
      if (defined.name == name) return defined.meaning;
    }
  }
  return {};
}

}  // namespace koppel::read_ocr
