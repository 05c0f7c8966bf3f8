#include "tokenizer.h"

#include <algorithm>
#include <array>

#include "address.h"
#include "characters.h"
#include "word_scanner.h"

namespace koppel::segment {
namespace {

constexpr std::array<bool, 256> kAsciiLetters = [] {
  std::array<bool, 256> letters{};
  for (unsigned c = 'a'; c <= 'z'; ++c) letters[c] = letters[c - 'a' + 'A'] = true;
  return letters;
}();

class Scan {
 public:
  Scan(std::string_view text, const LanguageRules& rules, UnspacedBreaker& unspaced,
       std::vector<Piece>& pieces)
      : text_(text), rules_(rules), words_(text, rules), unspaced_(unspaced), pieces_(pieces) {}

  void Run() {
    while (position_ < text_.size()) {
      if (text_[position_] == ' ') {
        ++position_;
      } else if (!TakePlainWord()) {
        TakeAny();
      }
    }
  }

 private:
  // The common case: ASCII letters with a space after them.
  bool TakePlainWord() {
    std::size_t end = position_;
    while (end < text_.size() && kAsciiLetters[static_cast<unsigned char>(text_[end])]) ++end;
    if (end == position_ || end == text_.size() || text_[end] != ' ') return false;
    Add(end, Token::Kind::kWord);
    return true;
  }

  void TakeAny() {
    const CodePoint c = CharacterAt(text_, position_);
    const CharClass kind = ClassOf(c.value);
    if (kind == CharClass::kSpace) {
      position_ += c.size;
    } else if (kind == CharClass::kUnspaced) {
      TakeUnspaced();
    } else if (IsWordClass(kind)) {
      if (!TakeAddress()) TakeWord(position_);
    } else if (!TakeLeading(c)) {
      TakeMark(c, kind);
    }
  }

  void TakeUnspaced() {
    std::size_t end = position_;
    while (end < text_.size()) {
      const CodePoint c = CharacterAt(text_, end);
      const CharClass kind = ClassOf(c.value);
      if (kind != CharClass::kUnspaced && kind != CharClass::kExtend) break;
      end += c.size;
    }
    const std::size_t begin = position_;
    for (const std::size_t word : unspaced_.WordEnds(text_.substr(begin, end - begin))) {
      Add(begin + word, Token::Kind::kWord);
    }
  }

  bool TakeAddress() {
    // Once for each stretch without spaces, lest a long one cost its square.
    if (position_ >= chunk_end_) {
      chunk_end_ = ChunkEnd(text_, position_);
      const std::string_view chunk = text_.substr(position_, chunk_end_ - position_);
      has_at_ = chunk.find('@') != std::string_view::npos;
      has_url_ = chunk.find("://") != std::string_view::npos ||
                 chunk.find("ww.") != std::string_view::npos ||
                 chunk.find("WW.") != std::string_view::npos;
    }
    const std::size_t url = has_url_ ? UrlEnd(text_, position_, chunk_end_) : position_;
    if (url > position_) return Add(url, Token::Kind::kUrl);
    const std::size_t email = has_at_ ? EmailEnd(text_, position_, chunk_end_) : position_;
    return email > position_ && Add(email, Token::Kind::kEmail);
  }

  // A word whose letters or digits begin at `begin`; what stands before them belongs to it.
  bool TakeWord(std::size_t begin) {
    const Word word = words_.Scan(begin, quote_open_);
    if (!word.letters) return Add(word.end, Token::Kind::kNumber);
    const std::string_view text = text_.substr(position_, word.end - position_);
    const std::size_t dot = text.rfind('.');
    const bool domain = dot != std::string_view::npos && dot > 0 &&
                        rules_.domains.contains(Fold(text.substr(dot + 1)));
    return Add(word.end, domain ? Token::Kind::kUrl : Token::Kind::kWord);
  }

  // Words and numbers that begin with a mark of their own: 's, '50, -ie, -0,8, -t-il, @name, #word.
  bool TakeLeading(const CodePoint& c) {
    const std::size_t begin = position_ + c.size;
    const bool free_before = !IsWordClass(ClassBefore(text_, position_));
    if (ApostropheLength(text_, position_) > 0) return free_before && TakeClitic(begin);
    const CharClass next = ClassAt(text_, begin);
    if (c.value == U'-') {
      const std::size_t end = words_.InversionEnd(position_);
      if (end > position_) return Add(end, Token::Kind::kWord);
      return rules_.keep_hyphens && ClassBefore(text_, position_) == CharClass::kSpace &&
             IsWordClass(next) && TakeWord(begin);
    }
    return (c.value == U'@' || c.value == U'#') && free_before && next == CharClass::kLetter &&
           TakeWord(begin);
  }

  bool TakeClitic(std::size_t begin) {
    std::size_t end = begin;
    while (end < text_.size() && IsWordClass(ClassAt(text_, end))) {
      end += CharacterAt(text_, end).size;
    }
    constexpr std::size_t kYear = 2;
    const std::string_view word = text_.substr(begin, end - begin);
    if (word.size() == kYear && std::all_of(word.begin(), word.end(), IsAsciiDigit)) {
      return Add(end, Token::Kind::kNumber);
    }
    return ApostropheLength(text_, end) == 0 && rules_.clitics.contains(Fold(word)) &&
           Add(end, Token::Kind::kWord);
  }

  void TakeMark(const CodePoint& c, CharClass kind) {
    if (const std::uint32_t face = EmoticonLength(text_, position_)) {
      Add(position_ + face, Token::Kind::kSymbol);
      return;
    }
    if (ApostropheLength(text_, position_) > 0) {
      quote_open_ = ClassBefore(text_, position_) == CharClass::kSpace;
    }
    const std::size_t run = RunEnd();
    const std::size_t end = run > position_ ? run : SymbolEnd(position_ + c.size, kind);
    Add(end, kind == CharClass::kPunctuation ? Token::Kind::kPunctuation : Token::Kind::kSymbol);
  }

  // End of several marks that are one: ..., --, '', ====; or the current position.
  std::size_t RunEnd() const {
    constexpr std::string_view kLines = "-=*_~";
    constexpr std::string_view kRepeated = "+<>|^$#";
    constexpr std::array<std::string_view, 3> kTypedQuotes{"''", "``", ",,"};
    const std::string_view rest = text_.substr(position_);
    const std::string_view pair = rest.substr(0, 2);
    if (std::find(kTypedQuotes.begin(), kTypedQuotes.end(), pair) != kTypedQuotes.end()) {
      return position_ + pair.size();
    }
    std::string_view marks;
    if (kLines.find(rest[0]) != std::string_view::npos) marks = kLines;
    if (kRepeated.find(rest[0]) != std::string_view::npos) marks = rest.substr(0, 1);
    if (rest[0] == '.') marks = ".";
    constexpr std::string_view kFinal = ".!?";
    if (rules_.join_mark_runs && kFinal.find(rest[0]) != std::string_view::npos) marks = kFinal;
    return std::min(text_.find_first_not_of(marks, position_), text_.size());
  }

  // Takes variation selectors, skin tones and joined pictures with the symbol that ends at `end`.
  std::size_t SymbolEnd(std::size_t end, CharClass kind) const {
    constexpr char32_t kJoiner = 0x200D;
    constexpr char32_t kFirstTone = 0x1F3FB;
    constexpr char32_t kLastTone = 0x1F3FF;
    bool joined = false;
    while (end < text_.size()) {
      const CodePoint c = CharacterAt(text_, end);
      const CharClass next = ClassOf(c.value);
      const bool tone = c.value >= kFirstTone && c.value <= kLastTone;
      const bool picture = joined && next == CharClass::kSymbol && kind == CharClass::kSymbol;
      if (next != CharClass::kExtend && !tone && !picture) break;
      joined = c.value == kJoiner;
      end += c.size;
    }
    return end;
  }

  bool Add(std::size_t end, Token::Kind kind) {
    pieces_.push_back(
        {{static_cast<std::uint32_t>(position_), static_cast<std::uint32_t>(end)}, kind});
    position_ = end;
    return true;
  }

  std::string_view text_;
  const LanguageRules& rules_;
  WordScanner words_;
  UnspacedBreaker& unspaced_;
  std::vector<Piece>& pieces_;
  std::size_t position_ = 0;
  std::size_t chunk_end_ = 0;
  bool has_at_ = false;
  bool has_url_ = false;
  bool quote_open_ = false;  // a single quote
};

}  // namespace

void Tokenizer::Tokenize(std::string_view text, const LanguageRules& rules,
                         std::vector<Piece>& pieces) {
  Scan(text, rules, unspaced_, pieces).Run();
}

}  // namespace koppel::segment
