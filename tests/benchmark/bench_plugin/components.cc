#include "components.h"

#include <charconv>
#include <vector>

#include "koppel/codec.h"
#include "koppel/io.h"

namespace koppel::bench {
namespace {

class Lines : public Records {
 public:
  Lines(std::string text, std::int64_t copies) : text_(std::move(text)), copies_(copies) {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      lines_.push_back(std::string_view(text_).substr(at, end - at));
      at = end + 1;
    }
  }

  Result<bool> Next(Item& item) override {
    if (next_ == lines_.size()) {
      next_ = 0;
      --copies_;
    }
    if (copies_ == 0 || lines_.empty()) return false;
    item.bytes = lines_[next_++];
    item.position = position_++;
    char digits[20];
    item.id.assign(digits, std::to_chars(digits, digits + sizeof digits, item.position).ptr);
    return true;
  }

 private:
  std::string text_;
  std::int64_t copies_;
  std::vector<std::string_view> lines_;
  std::size_t next_ = 0;
  std::uint64_t position_ = 0;
};

}  // namespace

Result<std::unique_ptr<Records>> MemoryReader::Split(const std::filesystem::path& path) {
  Result<std::string> text = ReadFile(path);
  if (!text.ok()) return std::move(text).status();
  return std::unique_ptr<Records>(std::make_unique<Lines>(*std::move(text), params_.copies));
}

Status MemoryReader::Parse(const Item& item, Document& document, Context&) {
  return document.SetText(item.bytes);
}

Status Protobuf::Render(const Document& document, std::string& out) const {
  return Encode(document, out);
}

}  // namespace koppel::bench
