#include "boilerplate/phrases.h"

#include <algorithm>
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

constexpr std::string_view kAnd = " & ";

std::vector<std::string> SplitAt(std::string_view text, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end != std::string_view::npos) text.remove_prefix(end + separator.size());
  }
  return parts;
}

// Whether the word stands in the lower-case text, with no letters around it.
bool HasWord(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !IsLetter(DecodeBefore(text, at).value);
    if (begins && (end == text.size() || !IsLetter(DecodeAt(text, end).value))) return true;
  }
  return false;
}

// Without the white space and rules that part the buttons of a bar.
std::string_view SkipRules(std::string_view text) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view rule : {" ", "|", "/", "·", "•", "-", "–"}) {
      if (!text.starts_with(rule)) continue;
      text.remove_prefix(rule.size());
      more = true;
    }
  }
  return text;
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
    if (phrase.find(kAnd) != std::string_view::npos) {
      words_.emplace_back(SplitAt(phrase, kAnd), std::move(entry));
      continue;
    }
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
  if (const Phrase* phrase = FindByWords(line)) return phrase;
  if (!begins_.test(BeginningOf(line))) return nullptr;
  const std::string normalised = Normalised(line);
  if (const auto found = exact_.find(normalised); found != exact_.end()) return &found->second;
  for (const auto& [prefix, phrase] : prefixes_) {
    if (normalised.starts_with(prefix)) return &phrase;
  }
  return FindRow(normalised);
}

const BoilerplatePhrases::Phrase* BoilerplatePhrases::FindByWords(std::string_view line) const {
  for (const auto& [words, phrase] : words_) {
    // Most lines have not even the first, whose first letter may be a capital.
    if (line.find(std::string_view(words.front()).substr(1)) == std::string_view::npos) continue;
    const std::string normalised = Normalised(line);
    const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
      return HasWord(normalised, word);
    });
    if (all) return &phrase;
  }
  return nullptr;
}

const BoilerplatePhrases::Phrase* BoilerplatePhrases::FindRow(std::string_view normalised) const {
  constexpr std::size_t kFewest = 3, kFewestShares = 2, kLongestRow = 160;
  static const Phrase row{"share", false};
  if (normalised.size() > kLongestRow) return nullptr;
  std::size_t count = 0, shares = 0;
  for (normalised = SkipRules(normalised); !normalised.empty(); ++count) {
    const auto [phrase, size] = LongestAtStart(normalised);
    if (phrase == nullptr || (phrase->kind != "share" && !phrase->weak)) return nullptr;
    shares += phrase->kind == "share" ? 1 : 0;
    normalised = SkipRules(normalised.substr(size));
  }
  return count >= kFewest && shares >= kFewestShares ? &row : nullptr;
}

std::pair<const BoilerplatePhrases::Phrase*, std::size_t> BoilerplatePhrases::LongestAtStart(
    std::string_view words) const {
  constexpr int kMostWords = 4;
  std::pair<const Phrase*, std::size_t> found{nullptr, 0};
  std::size_t end = 0;
  for (int n = 0; n < kMostWords && end < words.size(); ++n) {
    end = std::min(words.find(' ', end + 1), words.size());
    const auto phrase = exact_.find(std::string(words.substr(0, end)));
    if (phrase != exact_.end()) found = {&phrase->second, end};
  }
  return found;
}

}  // namespace koppel::text
