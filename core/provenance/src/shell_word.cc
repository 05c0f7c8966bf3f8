#include "koppel/provenance/shell_word.h"

#include <algorithm>
#include <cctype>

namespace koppel {

std::string ShellWord(std::string_view text) {
  constexpr std::string_view kPlain = "-_./=:,@%+";
  const bool plain = !text.empty() && std::all_of(text.begin(), text.end(), [&](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
           kPlain.find(c) != std::string_view::npos;
  });
  if (plain) return std::string(text);
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

}  // namespace koppel
