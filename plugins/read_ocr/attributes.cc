#include <algorithm>

#include "markup.h"

namespace koppel::read_ocr {
namespace {

// NUL as well: UTF-16 is looked at byte by byte.
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0'; }

// The end of a tag, with its attributes counted: words outside quotes, less the name.
class Tag {
 public:
  Tag(std::string_view bytes, std::size_t begin) : bytes_(bytes), at_(begin) { Walk(); }
  std::size_t end() const { return at_; }
  std::size_t attributes() const { return words_ - std::min<std::size_t>(words_, 1); }

 private:
  void Walk() {
    bool in_word = false;
    for (; at_ < bytes_.size() && bytes_[at_] != '>'; ++at_) {
      const char c = bytes_[at_];
      if ((c == '"' || c == '\'') && value_follows_) {
        SkipValue(c);
        in_word = false;
        if (at_ >= bytes_.size()) return;
      } else if (!IsBlank(c)) {
        // "a = b" is one attribute, and so is "a=b".
        if (!in_word && c != '=' && c != '/' && !value_follows_) ++words_;
        in_word = true;
        value_follows_ = c == '=';
      } else if (c != '\0') {
        in_word = false;
      }
    }
  }
  void SkipValue(char quote) {
    at_ = std::min(bytes_.find(quote, at_ + 1), bytes_.size());
    value_follows_ = false;
  }

  std::string_view bytes_;
  std::size_t at_;
  std::size_t words_ = 0;
  bool value_follows_ = false;
};

}  // namespace

std::size_t MostAttributes(std::string_view bytes) {
  std::size_t most = 0;
  for (std::size_t at = bytes.find('<'); at < bytes.size(); at = bytes.find('<', at)) {
    ++at;
    // Comments and the like hold no attributes, and may hold a single quotation mark.
    if (at < bytes.size() && (bytes[at] == '!' || bytes[at] == '?')) continue;
    const Tag tag(bytes, at);
    most = std::max(most, tag.attributes());
    at = tag.end();
  }
  return most;
}

}  // namespace koppel::read_ocr
