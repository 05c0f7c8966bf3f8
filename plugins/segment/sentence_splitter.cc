#include "sentence_splitter.h"

#include <algorithm>
#include <array>

#include "characters.h"
#include "full_stop.h"

namespace koppel::segment {
namespace {

bool IsStrongMark(char32_t code) {
  constexpr std::u32string_view kStrong = U"!?‽⁇⁈⁉؟।。！？｡";
  return kStrong.find(code) != std::u32string_view::npos;
}
bool IsDot(char32_t code) { return code == U'.' || code == U'…'; }
bool IsBracket(char32_t code) { return code == U')' || code == U']' || code == U'}'; }
bool IsClosingQuote(char32_t code) {
  constexpr std::u32string_view kClosing = U"'’”“»›";  // “ closes in German
  return kClosing.find(code) != std::u32string_view::npos;
}

// Bytes at which the splitter has to look closer: marks, double quotes, the first bytes of the
// marks outside ASCII.
constexpr std::array<bool, 256> kStopBytes = [] {
  std::array<bool, 256> stops{};
  for (const char c : {'.', '!', '?', '"', ';'}) stops[static_cast<unsigned char>(c)] = true;
  for (const unsigned lead : {0xD8u, 0xE0u, 0xE2u, 0xE3u, 0xEFu}) stops[lead] = true;
  return stops;
}();

struct MarkRun {
  std::size_t end = 0;
  bool strong = false;     // a question or exclamation mark is among them
  std::uint32_t dots = 0;  // an ellipsis character counts as three
};

class Splitter {
 public:
  Splitter(std::string_view text, const LanguageRules& rules) : text_(text), rules_(rules) {
    first_word_ = FirstWord(0);
  }

  std::vector<Span> Run() {
    while (Advance()) Look();
    Emit(text_.size());
    return std::move(sentences_);
  }

 private:
  bool Advance() {
    while (position_ < text_.size() && !kStopBytes[static_cast<unsigned char>(text_[position_])]) {
      ++position_;
    }
    return position_ < text_.size();
  }

  void Look() {
    const CodePoint c = CharacterAt(text_, position_);
    if (c.value == U'"') {
      TrackQuote();
    } else if (c.value == U';') {
      Semicolon();
    } else if (IsStrongMark(c.value) || IsDot(c.value)) {
      Mark();
    } else {
      position_ += c.size;
    }
  }

  // A straight quote opens or closes by the white space beside it, else by what came before.
  void TrackQuote() {
    const bool space_before = ClassBefore(text_, position_) == CharClass::kSpace;
    const bool space_after = ClassAt(text_, position_ + 1) == CharClass::kSpace;
    quote_open_ = space_before == space_after ? !quote_open_ : space_before;
    ++position_;
  }

  void Semicolon() {
    ++position_;
    if (!rules_.semicolon_starts) return;
    const Next next = LookAhead(text_, position_, rules_);
    if (next.spaced && StartsSentences(text_, next, rules_)) Emit(position_);
  }

  void Mark() {
    const std::size_t begin = position_;
    const MarkRun run = ScanMarks();
    bool closed = false;
    position_ = SkipClosers(run.end, closed);
    const Next next = LookAhead(text_, position_, rules_);
    if (Ends(begin, run, next, closed)) Emit(position_);
  }

  // Marks that belong together: ?!, ..., and an ellipsis with spaces: . . .
  MarkRun ScanMarks() const {
    MarkRun run{position_};
    while (run.end < text_.size()) {
      const CodePoint c = CharacterAt(text_, run.end);
      if (IsStrongMark(c.value)) {
        run.strong = true;
      } else if (IsDot(c.value)) {
        run.dots += c.value == U'.' ? 1 : 3;
      } else if (!IsSpacedMark(run)) {
        break;
      }
      run.end += c.size;
    }
    return run;
  }

  // ". ." and "... !"
  bool IsSpacedMark(const MarkRun& run) const {
    const std::string_view mark = text_.substr(run.end, 2);
    const bool joins = mark == " ." ? run.dots > 0 : (mark == " !" || mark == " ?") && run.dots > 1;
    return joins && ClassAt(text_, run.end + 2) == CharClass::kSpace;
  }

  std::size_t SkipClosers(std::size_t position, bool& closed) {
    while (position < text_.size()) {
      const std::size_t length = CloserLength(position, closed);
      if (length == 0) break;
      position += length;
    }
    return position;
  }

  // Length of what closes at `position`, with a space before it where typists put one.
  std::size_t CloserLength(std::size_t position, bool& closed) {
    const std::size_t space = text_[position] == ' ' ? 1 : 0;
    const std::size_t at = position + space;
    if (at >= text_.size()) return 0;
    if (const std::uint32_t face = EmoticonLength(text_, at)) return space + face;
    const CodePoint c = CharacterAt(text_, at);
    const bool free_after = !IsWordClass(ClassAt(text_, at + c.size));
    if (IsBracket(c.value)) {
      if (space == 1 && !free_after) return 0;
    } else if (c.value == U'"') {
      if (space == 1 ? !quote_open_ || !free_after : !quote_open_ && !free_after) return 0;
      quote_open_ = false;
    } else if (space == 0 ? !IsClosingQuote(c.value) : !ClosesAfterSpace(at, c)) {
      return 0;
    }
    closed = true;
    return space + c.size;
  }

  bool ClosesAfterSpace(std::size_t at, const CodePoint& c) const {
    if (c.value == U'»' || c.value == U'”') return !IsWordClass(ClassAt(text_, at + c.size));
    return text_.substr(at, 2) == "''";
  }

  bool Ends(std::size_t begin, const MarkRun& run, const Next& next, bool closed) const {
    if (next.kind == NextKind::kNothing) return true;
    if (next.kind == NextKind::kContinuing || IsBracketed(begin)) return false;
    if (closed && next.kind == NextKind::kLower) return false;
    const std::size_t word = WordBegin(begin);
    if (run.strong) {
      return next.spaced || ClassAt(text_, next.word) == CharClass::kUnspaced ||
             SpaceForgotten(text_, word, begin, next, rules_);
    }
    if (run.dots > 1) {
      return next.spaced && next.kind != NextKind::kLower && first_word_ < begin;
    }
    if (IsListNumber(word, begin)) return false;
    return JudgeFullStop(text_, word, begin, next, rules_).ends_sentence;
  }

  // (!), (?) and (...) say something about the words before them.
  bool IsBracketed(std::size_t begin) const {
    return begin > 0 && (text_[begin - 1] == '(' || text_[begin - 1] == '[');
  }

  // "1." or "b." at the beginning of a sentence.
  bool IsListNumber(std::size_t word, std::size_t end) const {
    constexpr std::size_t kLongest = 3;
    if (word != first_word_ || end - word > kLongest || end == word) return false;
    const std::string_view number = text_.substr(word, end - word);
    return number.size() == 1 || std::all_of(number.begin(), number.end(), IsAsciiDigit);
  }

  // Where the first word or mark after `position` begins.
  std::size_t FirstWord(std::size_t position) const {
    while (position < text_.size()) {
      const CodePoint c = CharacterAt(text_, position);
      if (IsWordClass(ClassOf(c.value)) || IsDot(c.value) || IsStrongMark(c.value)) break;
      position += c.size;
    }
    return position;
  }

  std::size_t WordBegin(std::size_t end) const {
    constexpr std::size_t kLongestWord = 40;  // no abbreviation is longer
    std::size_t begin = end;
    while (begin > begin_ && end - begin < kLongestWord) {
      const CodePoint c = DecodeBefore(text_, begin);
      const CharClass kind = ClassOf(c.value);
      const bool inner = c.value == U'.' || c.value == U'-' || c.value == U'&';
      if (!IsWordClass(kind) && kind != CharClass::kExtend && !inner) break;
      begin -= c.size;
    }
    return begin;
  }

  void Emit(std::size_t end) {
    const std::size_t begin = SkipSpaces(text_, begin_);
    begin_ = end;
    first_word_ = FirstWord(end);
    while (end > begin && ClassBefore(text_, end) == CharClass::kSpace) {
      end -= DecodeBefore(text_, end).size;
    }
    if (begin >= end) return;
    sentences_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::string_view text_;
  const LanguageRules& rules_;
  std::size_t position_ = 0;
  std::size_t begin_ = 0;       // of the current sentence
  std::size_t first_word_ = 0;  // of it, or its first mark
  bool quote_open_ = false;
  std::vector<Span> sentences_;
};

}  // namespace

std::vector<Span> SplitSentences(std::string_view paragraph, const LanguageRules& rules) {
  return Splitter(paragraph, rules).Run();
}

std::vector<Span> SplitParagraphs(std::string_view text) {
  std::vector<Span> paragraphs;
  std::size_t begin = SkipSpaces(text, 0);
  std::size_t end = begin;  // of the last line that is not blank
  for (std::size_t line = begin; line < text.size();) {
    const std::size_t next = std::min(text.find('\n', line), text.size() - 1) + 1;
    const bool blank = SkipSpaces(text.substr(0, next), line) == next;
    if (!blank) {
      end = next;
    } else if (begin < end) {
      paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      begin = end = next;
    }
    if (blank) begin = end = next;
    line = next;
  }
  if (begin < end) {
    paragraphs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return paragraphs;
}

}  // namespace koppel::segment
