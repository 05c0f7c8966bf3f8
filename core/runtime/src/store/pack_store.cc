#include "store/pack_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace koppel {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExtension = ".kpack";

// The number in a pack's name; 0 for another file.
std::uint64_t NumberOf(const fs::path& path) {
  const std::string name = path.filename().string();
  if (!name.ends_with(kExtension)) return 0;
  std::uint64_t number = 0;
  const char* end = name.data() + name.size() - kExtension.size();
  const auto read = std::from_chars(name.data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? number : 0;
}

std::vector<std::pair<std::uint64_t, fs::path>> PacksIn(const fs::path& folder) {
  std::vector<std::pair<std::uint64_t, fs::path>> packs;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (const std::uint64_t number = NumberOf(entry->path()))
      packs.emplace_back(number, entry->path());
  }
  std::sort(packs.begin(), packs.end());
  return packs;
}

}  // namespace

std::unique_ptr<PackStore> PackStore::Open(const fs::path& folder, bool blind) {
  std::unique_ptr<PackStore> store(new PackStore(folder));
  for (const auto& [number, path] : PacksIn(folder)) store->OpenPack(path, number, blind);
  return store;
}

void PackStore::OpenPack(const fs::path& path, std::uint64_t number, bool blind) {
  auto pack = std::make_unique<Pack>();
  pack->path = path;
  pack->number = number;
  next_ = number + 1;
  std::error_code error;
  pack->bytes = fs::file_size(path, error);
  Result<std::unique_ptr<ContainerReader>> reader = ContainerReader::Open(path);
  if (!blind && reader.ok() && (*reader)->index_status().ok()) {
    pack->reader = *std::move(reader);
    for (const ContainerReader::Entry& entry : pack->reader->index())
      index_.emplace(entry.id, Place{packs_.size(), &entry});
  }
  packs_.push_back(std::move(pack));
}

bool PackStore::Find(std::string_view id, std::string_view uri, std::string_view source_sha256,
                     std::span<const std::string> keys, Found& found) const {
  found.states = 0;
  found.decided = false;
  auto [first, last] = index_.equal_range(id);
  // The newest first: it is the likeliest to match.
  while (first != last && !found.decided) {
    const Place& place = (--last)->second;
    std::string frame;
    if (!packs_[place.pack]->reader->Read(*place.entry, frame).ok()) continue;
    Result<StoredRecord> record = DecodeStored(frame);
    if (!record.ok() || record->uri != uri || record->source_sha256 != source_sha256) continue;
    const std::size_t states = record->Matching(keys);
    const bool decided = record->Decided(keys);
    if (!decided && states <= found.states) continue;
    found = {*std::move(record), states, decided, place.pack};
  }
  return found.decided || found.states > 0;
}

void PackStore::ForEach(const std::function<void(const StoredRecord&)>& visit) const {
  for (const auto& pack : packs_) {
    if (!pack->reader) continue;
    for (const ContainerReader::Entry& entry : pack->reader->index()) {
      std::string frame;
      if (!pack->reader->Read(entry, frame).ok()) continue;
      if (const Result<StoredRecord> record = DecodeStored(frame); record.ok()) visit(*record);
    }
  }
}

Status PackStore::Add(std::string_view id, std::string_view record) {
  if (!writer_) {
    writing_ = folder_ / fmt::format("{:06}{}", next_, kExtension);
    Result<std::unique_ptr<ContainerWriter>> writer = ContainerWriter::Create(writing_);
    if (!writer.ok()) return std::move(writer).status();
    writer_ = *std::move(writer);
  }
  return writer_->Append(id, record);
}

Status PackStore::Commit() {
  if (!writer_) return Ok();
  KOPPEL_RETURN_IF_ERROR(writer_->Close());
  writer_.reset();
  auto pack = std::make_unique<Pack>();
  pack->path = writing_;
  pack->number = next_++;
  pack->used = true;
  std::error_code error;
  pack->bytes = fs::file_size(writing_, error);
  packs_.push_back(std::move(pack));
  ++committed_;
  return Ok();
}

void PackStore::Trim(std::uint64_t limit) {
  writer_.reset();
  std::vector<Pack*> oldest_first;
  std::uint64_t bytes = 0;
  for (const auto& pack : packs_) {
    bytes += pack->bytes;
    oldest_first.push_back(pack.get());
  }
  std::stable_partition(oldest_first.begin(), oldest_first.end(),
                        [](const Pack* pack) { return !pack->used; });
  for (const Pack* pack : oldest_first) {
    if (bytes <= limit) return;
    std::error_code error;
    if (fs::remove(pack->path, error)) bytes -= pack->bytes;
  }
}

}  // namespace koppel
