#include "koppel_reader.h"

#include <fmt/format.h>

namespace koppel::koppel_format {
namespace {

class ContainerRecords : public Records {
 public:
  ContainerRecords(std::string uri, std::unique_ptr<ContainerReader> container)
      : uri_(std::move(uri)), container_(std::move(container)) {}

  Result<bool> Next(Item& item) override {
    ContainerReader::Entry entry;
    Result<bool> more = container_->Next(entry, item.bytes);
    if (!more.ok() || !*more) return more;
    item.id = std::move(entry.id);
    item.position = ++last_;
    item.uri = fmt::format("{}#{}", uri_, item.position);
    return true;
  }

 private:
  std::string uri_;
  std::unique_ptr<ContainerReader> container_;
  std::uint64_t last_ = 0;
};

}  // namespace

Result<std::unique_ptr<Records>> KoppelReader::Split(const std::filesystem::path& path) {
  Result<std::unique_ptr<ContainerReader>> container = ContainerReader::Open(path);
  if (!container.ok()) return std::move(container).status();
  return std::unique_ptr<Records>(
      std::make_unique<ContainerRecords>(path.string(), *std::move(container)));
}

Status KoppelReader::Parse(const Item& item, Document& document, Context&) {
  return decoder_.Decode(item.bytes, document).WithContext(fmt::format("record {}", item.position));
}

}  // namespace koppel::koppel_format
