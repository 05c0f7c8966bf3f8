#include "boilerplate/phrases.h"

#include <utility>

#include "koppel/utf8.h"
#include "lines/shape.h"

namespace koppel::text {
namespace {

bool IsFinal(char c) { return c == '.' || c == ':' || c == '!' || c == '?'; }

// Lower case, single spaces, "#" for every number (with its points and commas), no final
// punctuation.
std::string Normalised(std::string_view line) {
  std::string out;
  bool in_number = false;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = DecodeAt(line, at);
    at += c.size;
    if (IsDigit(c.value)) {
      if (!in_number) out += '#';
      in_number = true;
    } else if (in_number && (c.value == U'.' || c.value == U',') && at < line.size() &&
               IsDigit(DecodeAt(line, at).value)) {
      continue;
    } else {
      in_number = false;
      if (!IsInlineSpace(c.value))
        AppendUtf8(ToLower(c.value), out);
      else if (!out.empty() && out.back() != ' ')
        out += ' ';
    }
  }
  while (!out.empty() && (IsFinal(out.back()) || out.back() == ' ')) out.pop_back();
  return out;
}

// A number below 2^15 that is the same for all lines that could be the same phrase. Five bits hold
// a letter without its case; what is not three ASCII letters is all one.
std::size_t BeginningOf(std::string_view line) {
  std::size_t code = 0;
  for (const char c : line.substr(0, 3)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter) return 0;
    code = code * 32 + static_cast<std::size_t>(c % 32);
  }
  return code;
}

// Cuts the part before the next tab off `line`.
std::string_view NextField(std::string_view& line) {
  const std::size_t tab = line.find('\t');
  const std::string_view field = line.substr(0, tab);
  line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  return field;
}

}  // namespace

Status BoilerplatePhrases::Add(std::string_view file) {
  for (std::size_t number = 1; !file.empty(); ++number) {
    const std::size_t end = file.find('\n');
    std::string_view line = file.substr(0, end);
    file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
    if (line.empty() || line.starts_with("# ")) continue;
    const std::string_view kind = NextField(line), phrase = NextField(line);
    if (kind.empty() || phrase.empty() || (!line.empty() && line != "weak")) {
      return BadInput("line " + std::to_string(number) +
                      ": expected kind, tab, phrase, and 'weak' or nothing");
    }
    Phrase entry{std::string(kind), line == "weak"};
    begins_.set(BeginningOf(phrase));
    if (phrase.ends_with('*') && !phrase.ends_with(" *")) {
      prefixes_.emplace_back(phrase.substr(0, phrase.size() - 1), std::move(entry));
    } else {
      exact_.emplace(phrase, std::move(entry));
    }
  }
  return Ok();
}

const BoilerplatePhrases::Phrase* BoilerplatePhrases::Find(std::string_view line) const {
  if (line.empty() || line.size() > kLongest) return nullptr;
  if (!begins_.test(BeginningOf(line))) return nullptr;
  const std::string normalised = Normalised(line);
  if (const auto found = exact_.find(normalised); found != exact_.end()) return &found->second;
  for (const auto& [prefix, phrase] : prefixes_) {
    if (normalised.starts_with(prefix)) return &phrase;
  }
  return nullptr;
}

}  // namespace koppel::text
