#include "layout/page_turns.h"

#include <algorithm>
#include <string>

#include "lines/characters.h"
#include "lines/shape.h"

namespace koppel::text {

bool RunsOver(std::string_view line, std::string_view next) {
  if (EndsInHyphen(line)) return true;
  return !line.empty() && EndOf(line) != LineEnd::kSentence && StartsLower(next);
}

bool AsksForMore(std::string_view line) {
  const LineEnd end = EndOf(line);
  return end == LineEnd::kComma || end == LineEnd::kColon || EndsInHyphen(line);
}

bool IsSentence(std::string_view line) {
  constexpr std::ptrdiff_t kFewestWords = 4;
  return StartsUpper(line) && EndOf(line) == LineEnd::kSentence &&
         std::count(line.begin(), line.end(), ' ') >= kFewestWords - 1;
}

bool ClosesLetter(std::string_view line) {
  constexpr std::string_view kClosings[] = {"met vriendelijke groet",
                                            "met vriendelijke groeten",
                                            "vriendelijke groet",
                                            "vriendelijke groeten",
                                            "hartelijke groet",
                                            "hartelijke groeten",
                                            "hoogachtend",
                                            "met hoogachting",
                                            "mit freundlichen grüßen",
                                            "mit freundlichem gruß",
                                            "freundliche grüße",
                                            "mit besten grüßen",
                                            "herzliche grüße",
                                            "hochachtungsvoll",
                                            "yours sincerely",
                                            "yours faithfully",
                                            "yours truly",
                                            "sincerely",
                                            "kind regards",
                                            "best regards",
                                            "cordialement",
                                            "bien cordialement",
                                            "sincères salutations"};
  constexpr std::size_t kLongest = 32;  // bytes
  while (line.ends_with(',') || line.ends_with('.')) line.remove_suffix(1);
  return line.size() <= kLongest &&
         std::find(std::begin(kClosings), std::end(kClosings), Fold(line)) != std::end(kClosings);
}

}  // namespace koppel::text
