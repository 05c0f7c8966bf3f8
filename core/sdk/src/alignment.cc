#include "koppel/alignment.h"

namespace koppel {

void Alignment::Replace(std::uint32_t begin, std::uint32_t removed, std::uint32_t inserted) {
  begin_.push_back(begin);
  removed_.push_back(removed);
  inserted_.push_back(inserted);
}

void Alignment::Clear() {
  begin_.clear();
  removed_.clear();
  inserted_.clear();
}

void TextBuilder::Copy(std::uint32_t bytes) {
  text_.append(source_, position_, bytes);
  position_ += bytes;
}

void TextBuilder::Replace(std::uint32_t bytes, std::string_view text) {
  if (bytes == 0 && text.empty()) return;
  alignment_.Replace(position_, bytes, static_cast<std::uint32_t>(text.size()));
  text_.append(text);
  position_ += bytes;
}

}  // namespace koppel
