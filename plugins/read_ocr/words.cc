#include "words.h"

#include <algorithm>

#include "koppel/utf8.h"

namespace koppel::read_ocr {
namespace {

struct LanguageNames {
  std::string_view code, terminological, bibliographic, english;
};

// PAGE names languages in English, ALTO and hOCR often by the three letters of ISO 639-2.
constexpr LanguageNames kLanguages[] = {
    {"nl", "nld", "dut", "dutch"},     {"en", "eng", "eng", "english"},
    {"de", "deu", "ger", "german"},    {"fr", "fra", "fre", "french"},
    {"fy", "fry", "fry", "frisian"},   {"af", "afr", "afr", "afrikaans"},
    {"la", "lat", "lat", "latin"},     {"es", "spa", "spa", "spanish"},
    {"it", "ita", "ita", "italian"},   {"pt", "por", "por", "portuguese"},
    {"da", "dan", "dan", "danish"},    {"sv", "swe", "swe", "swedish"},
    {"no", "nor", "nor", "norwegian"}, {"fi", "fin", "fin", "finnish"},
    {"pl", "pol", "pol", "polish"},    {"cs", "ces", "cze", "czech"},
    {"hu", "hun", "hun", "hungarian"}, {"ru", "rus", "rus", "russian"},
    {"tr", "tur", "tur", "turkish"},   {"id", "ind", "ind", "indonesian"},
    {"el", "ell", "gre", "greek"},     {"he", "heb", "heb", "hebrew"},
    {"ar", "ara", "ara", "arabic"},    {"lb", "ltz", "ltz", "luxembourgish"}};

bool IsControl(char32_t c) { return c < 0x20 || c == 0x7F; }

}  // namespace

std::string Clean(std::string_view text) {
  std::string clean;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    if (IsControl(c.value) || IsSpace(c.value)) {
      space = true;
    } else {
      if (space && !clean.empty()) clean += ' ';
      space = false;
      clean += text.substr(at, c.size);
    }
    at += c.size;
  }
  return clean;
}

std::size_t HyphenAtEnd(std::string_view text) {
  if (text.empty()) return 0;
  const CodePoint last = DecodeBefore(text, text.size());
  const bool hyphen = last.value == '-' || last.value == 0x2010 || last.value == 0xAD ||
                      last.value == 0xAC || last.value == 0x2011 || last.value == 0x2E17 ||
                      last.value == 0x2E40;
  return hyphen ? last.size : 0;
}

ScanRegion& OpenRegion(ScanPage& page) {
  if (page.regions.empty()) page.regions.emplace_back();
  return page.regions.back();
}

ScanLine& OpenLine(ScanRegion& region) {
  if (region.lines.empty()) region.lines.emplace_back();
  return region.lines.back();
}

void SpaceOut(ScanLine& line) {
  for (std::size_t i = 1; i < line.size(); ++i) line[i].space_before = true;
}

std::string LanguageCode(std::string_view name) {
  const std::string lower = ToLower(name.substr(0, name.find_first_of(";,+ ")));
  const std::string main = lower.substr(0, lower.find_first_of("-_"));
  for (const LanguageNames& language : kLanguages) {
    if (main == language.terminological || main == language.bibliographic ||
        main == language.english)
      return std::string(language.code);
  }
  const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
  const bool code =
      (main.size() == 2 || main.size() == 3) && std::all_of(main.begin(), main.end(), letter);
  if (!code || main == "und" || main == "mul") return {};
  return main + std::string(name.substr(main.size(), lower.size() - main.size()));
}

void SetLanguage(Scan& scan) {
  std::size_t all = 0;
  for (const auto& [language, words] : scan.words_in) all += words;
  for (const auto& [language, words] : scan.words_in) {
    if (!language.empty() && words * 2 > all) scan.metadata["language"] = language;
  }
}

}  // namespace koppel::read_ocr
