#include "boilerplate/lines.h"

#include <algorithm>
#include <cstddef>

#include "lines/shape.h"

namespace koppel::text {
namespace {

constexpr double kWholeLine = 0.95;
constexpr double kBesideAnother = 0.7;

struct Candidate {
  Span span, row;
  const BoilerplatePhrases::Phrase* phrase = nullptr;
  bool accepted = false;
};

// The lines with something on them.
std::vector<Candidate> Candidates(std::string_view text, const BoilerplatePhrases& phrases) {
  std::vector<Candidate> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t next = std::min(text.find_first_not_of('\n', end), text.size());
    const std::string_view content = Trim(text.substr(begin, end - begin));
    if (!content.empty()) {
      const auto at = static_cast<std::uint32_t>(content.data() - text.data());
      Candidate line;
      line.span = {at, at + static_cast<std::uint32_t>(content.size())};
      line.row = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(next)};
      line.phrase = phrases.Find(content);
      line.accepted = line.phrase && !line.phrase->weak;
      lines.push_back(line);
    }
    begin = next;
  }
  return lines;
}

// One form or bar is a row of phrases: acceptance spreads along it, forwards and then backwards.
void SpreadToWeak(std::vector<Candidate>& lines) {
  for (std::size_t i = 1; i < lines.size(); ++i) {
    lines[i].accepted |= lines[i].phrase && lines[i - 1].accepted;
  }
  for (std::size_t i = lines.size(); i-- > 1;) {
    lines[i - 1].accepted |= lines[i - 1].phrase && lines[i].accepted;
  }
}

}  // namespace

std::vector<BoilerplateLine> FindBoilerplate(std::string_view text,
                                             const BoilerplatePhrases& phrases) {
  std::vector<Candidate> lines = Candidates(text, phrases);
  SpreadToWeak(lines);
  std::vector<BoilerplateLine> found;
  for (const Candidate& line : lines) {
    if (!line.accepted) continue;
    found.push_back(
        {line.span, line.row, line.phrase->kind, line.phrase->weak ? kBesideAnother : kWholeLine});
  }
  return found;
}

}  // namespace koppel::text
