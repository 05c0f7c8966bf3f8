#include "layout/echo.h"

#include "lines/characters.h"

namespace koppel::text {
namespace {

constexpr std::size_t kFewestLetters = 20;  // bytes
constexpr std::size_t kMostQuestions = 64;

std::string LettersOf(std::string_view text) {
  std::string letters;
  letters.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character c = CharacterAt(text, at);
    if (c.code < 0x80) {
      if (IsWordCharacter(c.code)) letters += static_cast<char>(Fold(c.code));
    } else if (IsWordCharacter(c.code)) {
      letters += Fold(text.substr(at, c.size));
    }
    at += c.size;
  }
  return letters;
}

}  // namespace

bool Echo::IsRepeated(std::string_view passage) {
  const std::string wanted = LettersOf(passage);
  if (wanted.size() < kFewestLetters || ++asked_ > kMostQuestions) return false;
  if (letters_.empty()) letters_ = LettersOf(text_);
  const std::size_t first = letters_.find(wanted);
  return first != std::string::npos && letters_.find(wanted, first + 1) != std::string::npos;
}

}  // namespace koppel::text
