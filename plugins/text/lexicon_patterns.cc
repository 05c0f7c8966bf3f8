#include "lexicon_patterns.h"

#include <hyphen.h>

#include <cstdlib>
#include <utility>

#include "characters.h"

namespace koppel::text {
namespace {

constexpr std::size_t kLongestWord = 100;

// `word` folded and in Latin-1; false if a character does not exist there.
bool FoldToLatin1(std::string_view word, std::string& out) {
  for (std::size_t pos = 0; pos < word.size();) {
    const Character c = CharacterAt(word, pos);
    const char32_t code = Fold(c.code);
    if (code > 0xFF) return false;
    out.push_back(static_cast<char>(static_cast<unsigned char>(code)));
    pos += c.size;
  }
  return true;
}

// The arrays that libhyphen allocates for breaks that change the spelling; not used here.
struct Replacements {
  char** texts = nullptr;
  int* positions = nullptr;
  int* cuts = nullptr;
  int length = 0;

  ~Replacements() {
    for (int i = 0; texts != nullptr && i < length; ++i) std::free(texts[i]);
    std::free(texts);
    std::free(positions);
    std::free(cuts);
  }
};

}  // namespace

struct BreakPatterns::Patterns {
  HyphenDict* dict;
  explicit Patterns(HyphenDict* loaded) : dict(loaded) {}
  Patterns(const Patterns&) = delete;
  Patterns& operator=(const Patterns&) = delete;
  ~Patterns() { hnj_hyphen_free(dict); }
};

BreakPatterns::BreakPatterns(std::unique_ptr<Patterns> patterns) : patterns_(std::move(patterns)) {}

BreakPatterns::~BreakPatterns() = default;

std::unique_ptr<BreakPatterns> BreakPatterns::Load(const std::string& path) {
  HyphenDict* dict = hnj_hyphen_load(path.c_str());
  if (dict == nullptr) return nullptr;
  return std::unique_ptr<BreakPatterns>(new BreakPatterns(std::make_unique<Patterns>(dict)));
}

Legality BreakPatterns::Judge(std::string_view left, std::string_view right) const {
  if (left.empty() || left.size() + right.size() > kLongestWord) return Legality::kUnknown;
  HyphenDict* patterns = patterns_->dict;
  std::string word;
  std::size_t before = 0;  // units of the patterns' encoding left of the break
  if (patterns->utf8 != 0) {
    word = Fold(left);
    before = CodePoints(word);
    word += Fold(right);
  } else {
    if (!FoldToLatin1(left, word)) return Legality::kUnknown;
    before = word.size();
    if (!FoldToLatin1(right, word)) return Legality::kUnknown;
  }
  char marks[kLongestWord * 2 + 8] = {};
  Replacements ignored;
  ignored.length = static_cast<int>(word.size());
  if (hnj_hyphen_hyphenate2(patterns, word.c_str(), ignored.length, marks, nullptr, &ignored.texts,
                            &ignored.positions, &ignored.cuts) != 0) {
    return Legality::kUnknown;
  }
  return (marks[before - 1] & 1) != 0 ? Legality::kAllowed : Legality::kForbidden;
}

}  // namespace koppel::text
