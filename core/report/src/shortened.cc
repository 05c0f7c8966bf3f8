#include "koppel/report/shortened.h"

#include "koppel/utf8.h"

namespace koppel {

std::size_t OffsetOf(std::string_view text, std::size_t code_point) {
  std::size_t at = 0;
  for (; code_point > 0 && at < text.size(); --code_point) at += DecodeAt(text, at).size;
  return at;
}

std::string Shortened(std::string_view text, std::size_t most) {
  const std::size_t size = CodePoints(text);
  if (size <= most) return std::string(text);
  const std::size_t left = most / 2, right = most - left - 1;
  std::string shortened(text.substr(0, OffsetOf(text, left)));
  return shortened.append("…").append(text.substr(OffsetOf(text, size - right)));
}

}  // namespace koppel
