#include "characters.h"

#include <algorithm>
#include <cctype>

namespace koppel::read_html {
namespace {

bool IsAlnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }

// Bytes of the character that starts the text, which is UTF-8.
std::size_t CharacterSize(std::string_view text) {
  std::size_t size = 1;
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) ++size;
  return std::min(size, text.size());
}

struct Reference {
  std::size_t bytes = 1;  // in the original
  std::size_t size = 1;   // of what it stands for
};

// Whether the texts go on alike, as far as a few plain characters tell.
bool GoOnAlike(std::string_view original, std::string_view decoded) {
  constexpr std::size_t kEnough = 8;
  for (std::size_t i = 0; i < kEnough; ++i) {
    if (i == original.size()) return i == decoded.size();
    if (original[i] == '&' || original[i] == '<' || original[i] == '\r') return true;
    if (i == decoded.size() || original[i] != decoded[i]) return false;
  }
  return true;
}

// `original` starts with '&'. Names need no table: what follows tells how long the name is (old
// ones need no semicolon:
// "&copy2021") and whether it stands for one character or two.
Reference ReadReference(std::string_view original, std::string_view decoded) {
  const bool numeric = original.size() > 1 && original[1] == '#';
  std::size_t end = numeric ? 2 : 1;
  while (end < original.size() && IsAlnum(original[end])) ++end;
  if (end < original.size() && original[end] == ';') ++end;
  if (decoded.starts_with(original.substr(0, end))) return {};  // an ampersand
  const std::size_t one = CharacterSize(decoded);
  const std::size_t two = one + CharacterSize(decoded.substr(one));
  const std::size_t shortest = numeric ? end : 3;
  for (const std::size_t size : {one, two}) {
    for (std::size_t bytes = end; bytes >= shortest; --bytes) {
      if (GoOnAlike(original.substr(bytes), decoded.substr(size))) return {bytes, size};
    }
  }
  return {end, one};
}

}  // namespace

void ForEachCharacter(std::string_view original, std::string_view decoded,
                      const Character& character) {
  std::size_t at = 0;
  while (!decoded.empty()) {
    const std::string_view rest = original.substr(at);
    Reference next{CharacterSize(rest), CharacterSize(rest)};
    if (rest.empty()) {
      next = {0, decoded.size()};
    } else if (rest[0] == '&') {
      next = ReadReference(rest, decoded);
    } else if (!decoded.starts_with(rest.substr(0, next.bytes))) {
      if (rest[0] == '\r' || rest[0] == '\n') {
        ++at;
        continue;
      }
      if (rest[0] == '<') {
        at += std::min(rest.find('>'), rest.size() - 1) + 1;
        continue;
      }
      next = {rest.size(), decoded.size()};
    }
    next.size = std::min(next.size, decoded.size());
    character(at, next.bytes, decoded.substr(0, next.size));
    at += next.bytes;
    decoded.remove_prefix(next.size);
  }
}

}  // namespace koppel::read_html
