#include "roots.h"

#include <fmt/format.h>

namespace koppel::read_ocr {

Status CheckRoot(std::string_view root, std::string_view expected) {
  if (root == expected) return Ok();
  std::string_view advice;
  if (root == "alto") advice = ": this is ALTO, which read.alto takes";
  if (root == "PcGts") advice = ": this is PAGE XML, which read.page takes";
  if (root == "html") advice = ": if this is hOCR, read.hocr takes it";
  return BadInput(
      fmt::format("the root element is '{}' and not '{}'{}", root.substr(0, 60), expected, advice));
}

}  // namespace koppel::read_ocr
