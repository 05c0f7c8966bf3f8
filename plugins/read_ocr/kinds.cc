#include "kinds.h"

namespace koppel::read_ocr {
namespace {

constexpr std::size_t kLongestName = 64;

struct Named {
  std::string_view name;
  Region::Kind kind;
};

// PAGE's types of text regions; the zones of SegmOnto, which ALTO files carry as tags; and what
// else is common in tags.
constexpr Named kNamed[] = {{"header", Region::Kind::kHeader},
                            {"page_header", Region::Kind::kHeader},
                            {"running_head", Region::Kind::kHeader},
                            {"running_title", Region::Kind::kHeader},
                            {"running_title_zone", Region::Kind::kHeader},
                            {"footer", Region::Kind::kFooter},
                            {"page_footer", Region::Kind::kFooter},
                            {"signature_mark", Region::Kind::kFooter},
                            {"catch_word", Region::Kind::kFooter},
                            {"quire_marks_zone", Region::Kind::kFooter},
                            {"page_number", Region::Kind::kPageNumber},
                            {"numbering_zone", Region::Kind::kPageNumber},
                            {"heading", Region::Kind::kHeading},
                            {"title", Region::Kind::kHeading},
                            {"headline", Region::Kind::kHeading},
                            {"caption", Region::Kind::kCaption},
                            {"list", Region::Kind::kList},
                            {"list_label", Region::Kind::kList},
                            {"toc_entry", Region::Kind::kList},
                            {"pull_quote", Region::Kind::kPullQuote}};

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

// Only up to a colon, behind which SegmOnto has a subtype.
std::string SnakeCase(std::string_view name) {
  std::string snake;
  bool small = false;
  for (const char c : name.substr(0, kLongestName)) {
    if (c == ':') break;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (IsCapital(c) && small) snake += '_';
    if (IsCapital(c)) snake += static_cast<char>(c - 'A' + 'a');
    if (letter) snake += c;
    if (!letter && !IsCapital(c) && !snake.empty() && snake.back() != '_') snake += '_';
    small = letter;
  }
  while (snake.ends_with('_')) snake.pop_back();
  return snake;
}

}  // namespace

void SetKind(std::string_view name, ScanRegion& region) {
  const std::string rule = SnakeCase(name);
  if (rule.empty()) return;
  region.rule = rule;
  region.kind = Region::Kind::kBody;
  region.drop_cap = rule == "drop_capital" || rule == "drop_capital_zone" || rule == "drop_cap";
  for (const Named& named : kNamed) {
    if (named.name == rule) region.kind = named.kind;
  }
}

}  // namespace koppel::read_ocr
