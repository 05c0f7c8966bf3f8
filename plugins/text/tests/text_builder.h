// Texts for the tests of layout and paragraphs, typeset on the spot.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace koppel::text {

// Running text without sentence ends inside lines; every call gives other words.
inline std::string Prose(std::size_t words, std::size_t seed = 0) {
  constexpr std::string_view kWords[] = {
      "de",   "buurt",  "krijgt", "vandaag", "eindelijk",  "een",    "nieuw", "gebouw",
      "waar", "ieder",  "kind",   "na",      "schooltijd", "spelen", "en",    "leren",
      "kan",  "zonder", "dat",    "ouders",  "daarvoor",   "betalen"};
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    const std::string_view word = kWords[(i * 7 + seed * 5 + i * i % 11) % std::size(kWords)];
    text += i ? " " : "";
    text += word;
    if (i == 0) text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text + ".";
}

// Breaks a paragraph to a width, in characters.
inline std::vector<std::string> Wrap(std::string_view paragraph, std::size_t width) {
  std::vector<std::string> lines;
  while (paragraph.size() > width) {
    const std::size_t space = paragraph.rfind(' ', width);
    lines.emplace_back(paragraph.substr(0, space));
    paragraph.remove_prefix(space + 1);
  }
  lines.emplace_back(paragraph);
  return lines;
}

inline std::string Join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += separator;
    text += parts[i];
  }
  return text;
}

}  // namespace koppel::text
