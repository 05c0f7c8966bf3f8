#include "dehyphenate/address.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "dehyphenate/words.h"

namespace koppel::text {
namespace {

// Generic top-level domains, and those of countries where the languages of the data files are
// spoken (RFC 1591, ISO 3166).
constexpr std::string_view kTopLevel[] = {"com", "org", "net", "edu", "gov", "info", "eu",
                                          "nl",  "be",  "de",  "at",  "ch",  "li",   "lu",
                                          "fr",  "ca",  "uk",  "ie",  "us",  "au",   "nz"};
constexpr std::string_view kOpening = "([<{\"'";
constexpr std::string_view kClosing = ")]>}\"'.,;:!?";

bool IsBlank(char c) { return static_cast<unsigned char>(c) <= ' '; }

// What stands before `end` without white space; no longer than a part of a word.
std::string_view RunBefore(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongestPart && !IsBlank(text[begin - 1])) --begin;
  while (begin < end && kOpening.find(text[begin]) != std::string_view::npos) ++begin;
  return text.substr(begin, end - begin);
}

std::string_view RunBehind(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && end - begin < kLongestPart && !IsBlank(text[end])) ++end;
  while (end > begin && kClosing.find(text[end - 1]) != std::string_view::npos) --end;
  return text.substr(begin, end - begin);
}

bool IsHost(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || text[dot - 1] == '.') return false;
  if (text.find_first_of("@:,;()\"'?#=&%") != std::string_view::npos) return false;
  return std::find(std::begin(kTopLevel), std::end(kTopLevel), text.substr(dot + 1)) !=
         std::end(kTopLevel);
}

bool BeginsWithWww(std::string_view text) {
  constexpr std::string_view kWww = "www.";
  return text.size() > kWww.size() &&
         std::equal(kWww.begin(), kWww.end(), text.begin(),
                    [](char lower, char c) { return lower == (c | 0x20); });
}

bool IsMailbox(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos;
}

}  // namespace

bool IsInAddress(const LineBreak& place, std::string_view text) {
  if (place.left == place.hyphen || place.right == place.right_end || place.dash) return false;
  const std::string_view left = RunBefore(text, place.hyphen);
  if (left.find("://") != std::string_view::npos) return true;
  if (BeginsWithWww(left)) return true;
  const std::string_view right = RunBehind(text, place.right);
  constexpr std::string_view kSigns = ".@";
  if (left.find_first_of(kSigns) == std::string_view::npos &&
      right.find_first_of(kSigns) == std::string_view::npos) {
    return false;  // most words
  }
  const std::string whole = Concat(left, "-").append(right);
  return IsMailbox(whole) || IsHost(std::string_view(whole).substr(0, whole.find('/')));
}

}  // namespace koppel::text
