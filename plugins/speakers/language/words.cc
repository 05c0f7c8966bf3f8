#include "language/words.h"

#include <algorithm>
#include <unordered_set>

#include "koppel/utf8.h"

namespace koppel::speakers {

namespace {

constexpr std::size_t kLongestClitic = 8;  // bytes

bool IsApostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC';
}
bool IsHyphen(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u2011'; }
bool IsWordCharacter(char32_t c) {
  const bool combining = c >= 0x300 && c <= 0x36F;
  return IsLetter(c) || IsDigit(c) || combining || c == 0xAD;
}

}  // namespace

class WordScanner {
 public:
  WordScanner(Words& words, const std::function<bool(std::string_view)>& is_clitic)
      : words_(words), text_(words.text_), is_clitic_(is_clitic) {}

  void Run() {
    while (at_ < text_.size()) {
      const CodePoint c = DecodeAt(text_, at_);
      if (IsSpace(c.value)) {
        Space(c);
      } else {
        Add(c);
      }
    }
  }

 private:
  char32_t Peek(std::size_t at) const {
    return at < text_.size() ? DecodeAt(text_, at).value : U' ';
  }

  void Space(CodePoint c) {
    if (c.value == U'\n') {
      ++newlines_;
      line_start_ = true;
    }
    space_ = true;
    at_ += c.size;
  }

  void Add(CodePoint c) {
    Word word;
    word.space_before = space_;
    word.line_start = line_start_;
    word.blank_before = newlines_ > 1 || words_.words_.empty();
    word.span.begin = static_cast<std::uint32_t>(at_);
    if (IsWordCharacter(c.value) || CliticAt(c) || ((!space_ || at_ == 0) && HyphenCliticAt(at_))) {
      ReadWord(word);
    } else {
      word.kind = Word::Kind::kMark;
      at_ += c.size;
    }
    word.span.end = static_cast<std::uint32_t>(at_);
    StoreLower(word);
    words_.words_.push_back(word);
    space_ = false;
    newlines_ = 0;
    line_start_ = line_start_ && c.value == U'>';
  }

  // Whether an apostrophe at at_ opens a word such as 't.
  bool CliticAt(CodePoint c) const {
    if (!IsApostrophe(c.value) || (!space_ && at_ > 0)) return false;
    std::size_t end = at_ + c.size;
    // ‘Er is …’ opens a quotation: what an apostrophe shortens keeps its lower case ('s Avonds).
    if (c.value == U'\u2018' && IsUpper(Peek(end))) return false;
    std::string form = "'";
    while (end < text_.size() && IsLetter(Peek(end)) && form.size() < kLongestClitic) {
      const CodePoint next = DecodeAt(text_, end);
      AppendUtf8(ToLower(next.value), form);
      end += next.size;
    }
    return !IsWordCharacter(Peek(end)) && is_clitic_(form);
  }

  // Whether a hyphen at `at` opens a pronoun behind its verb: dit-elle, confie-t-elle.
  bool HyphenCliticAt(std::size_t at) const {
    if (!IsHyphen(Peek(at)) || !IsLower(Peek(at + DecodeAt(text_, at).size))) return false;
    std::string form;
    for (std::size_t end = at;; end += DecodeAt(text_, end).size) {
      const char32_t c = Peek(end);
      if (!IsHyphen(c) && !IsWordCharacter(c)) return is_clitic_(form);
      if (form.size() > kLongestClitic) return false;
      AppendUtf8(IsHyphen(c) ? U'-' : c, form);
    }
  }

  void ReadWord(Word& word) {
    bool letters = false;
    const bool clitic = IsHyphen(Peek(at_));
    while (at_ < text_.size()) {
      const CodePoint c = DecodeAt(text_, at_);
      const bool first = at_ == word.span.begin;
      if (IsLetter(c.value)) {
        // The capital of d'Hondt and l'Abbé stands behind the apostrophe.
        const bool elided =
            at_ - word.span.begin <= 4 && at_ > 0 && IsApostrophe(DecodeBefore(text_, at_).value);
        if (!letters || elided) word.capital = word.capital || IsUpper(c.value);
        letters = true;
      } else if (!first && !clitic && HyphenCliticAt(at_)) {
        break;
      } else if (!IsWordCharacter(c.value) && !first && !Inside(c)) {
        break;
      }
      at_ += c.size;
    }
    word.kind = letters ? Word::Kind::kWord : Word::Kind::kNumber;
  }

  // Whether a mark joins what stands on both its sides: zo'n, Ten-Cate, 1.800.
  bool Inside(CodePoint c) const {
    const char32_t next = Peek(at_ + c.size);
    if (IsApostrophe(c.value) || IsHyphen(c.value))
      return IsLetter(next) || (IsHyphen(c.value) && IsDigit(next));
    if (c.value != U'.' && c.value != U',') return false;
    return IsDigit(next) && at_ > 0 && IsDigit(DecodeBefore(text_, at_).value);
  }

  void StoreLower(Word& word) {
    word.lower_begin = static_cast<std::uint32_t>(words_.lower_.size());
    for (std::size_t i = word.span.begin; i < word.span.end;) {
      const CodePoint c = DecodeAt(text_, i);
      const bool apostrophe = word.kind == Word::Kind::kWord && IsApostrophe(c.value);
      AppendUtf8(apostrophe ? U'\'' : ToLower(c.value), words_.lower_);
      i += c.size;
    }
    word.lower_size = static_cast<std::uint32_t>(words_.lower_.size()) - word.lower_begin;
  }

  Words& words_;
  std::string_view text_;
  const std::function<bool(std::string_view)>& is_clitic_;
  std::size_t at_ = 0;
  int newlines_ = 0;
  bool space_ = true;
  bool line_start_ = true;
};

Words::Words(std::string_view text, const std::function<bool(std::string_view)>& is_clitic)
    : text_(text) {
  WordScanner(*this, is_clitic).Run();
  std::unordered_set<std::string_view> common;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (IsWord(i) && !words_[i].capital) common.insert(Lower(i));
  }
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i].common = common.contains(Lower(i));
}

std::string_view Words::Lower(std::size_t i) const {
  if (i >= words_.size()) return {};
  return std::string_view(lower_).substr(words_[i].lower_begin, words_[i].lower_size);
}

bool Words::IsMark(std::size_t i, std::string_view mark) const {
  return i < size() && words_[i].kind == Word::Kind::kMark && Text(i) == mark;
}

std::string Words::Join(std::size_t first, std::size_t last) const {
  std::string joined;
  for (std::size_t i = first; i < last; ++i) {
    if (i > first && words_[i].space_before) joined += ' ';
    joined += Text(i);
  }
  return joined;
}

std::size_t Words::At(std::uint32_t offset) const {
  const auto found =
      std::lower_bound(words_.begin(), words_.end(), offset,
                       [](const Word& word, std::uint32_t at) { return word.span.begin < at; });
  return static_cast<std::size_t>(found - words_.begin());
}

void Words::SetParagraphs(const std::vector<std::uint32_t>& begins) {
  for (Word& word : words_) word.blank_before = false;
  for (const std::uint32_t begin : begins) {
    if (const std::size_t i = At(begin); i < words_.size()) words_[i].blank_before = true;
  }
}

}  // namespace koppel::speakers
