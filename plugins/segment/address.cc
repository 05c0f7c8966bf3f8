#include "address.h"

#include <algorithm>
#include <array>

#include "characters.h"

namespace koppel::segment {
namespace {

bool IsWordAt(std::string_view text, std::size_t position) {
  return IsWordClass(ClassAt(text, position));
}

bool StartsLikeUrl(std::string_view text) {
  constexpr std::array<std::string_view, 4> kStarts{"http://", "https://", "ftp://", "www."};
  return std::any_of(kStarts.begin(), kStarts.end(), [&](std::string_view start) {
    return text.size() > start.size() && ToLower(text.substr(0, start.size())) == start;
  });
}

// Cuts off what the sentence adds: its full stop, a closing bracket that was opened before.
std::size_t TrimEnd(std::string_view url) {
  constexpr std::string_view kTrailing = ".,;:!?'\"*";
  const bool opened = url.find('(') != std::string_view::npos;
  std::size_t size = url.size();
  while (size > 0) {
    const char last = url[size - 1];
    if ((last != ')' || opened) && last != ']' && last != '}' &&
        kTrailing.find(last) == std::string_view::npos) {
      break;
    }
    --size;
  }
  return size;
}

}  // namespace

std::size_t UrlEnd(std::string_view text, std::size_t begin, std::size_t end) {
  std::string_view url = text.substr(begin, end - begin);
  if (!StartsLikeUrl(url)) return begin;
  url = url.substr(0, url.find_first_of("<>\"`|"));
  for (const std::string_view quote : {"»", "”", "“", "’"}) url = url.substr(0, url.find(quote));
  return begin + TrimEnd(url);
}

std::size_t EmailEnd(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t kLongestName = 64;  // RFC 5321
  const std::string_view mail = text.substr(begin, end - begin);
  const std::size_t at = mail.substr(0, kLongestName + 1).find('@');
  if (at == std::string_view::npos || at == 0) return begin;
  const auto in_name = [](char c) {
    return c < 0 || IsAsciiDigit(c) || IsLetter(static_cast<char32_t>(c)) ||
           std::string_view("._-+%").find(c) != std::string_view::npos;
  };
  if (!std::all_of(mail.begin(), mail.begin() + static_cast<std::ptrdiff_t>(at), in_name)) {
    return begin;
  }
  std::size_t host_end = at + 1;
  bool dotted = false;
  while (host_end < mail.size()) {
    const bool joint = mail[host_end] == '.' || mail[host_end] == '-';
    if (joint ? !IsWordAt(mail, host_end + 1) : !IsWordAt(mail, host_end)) break;
    dotted = dotted || mail[host_end] == '.';
    host_end += CharacterAt(mail, host_end).size;
  }
  return dotted ? begin + host_end : begin;
}

}  // namespace koppel::segment
