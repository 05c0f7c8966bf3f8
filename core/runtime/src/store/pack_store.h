// The records of earlier work on an output folder.
//
//   <out>/.koppel/store/<number>.kpack   many records: a container (koppel/container.h) that
//                                        appears whole or not at all and is never changed
//
// Nothing but whole files, renamed into place: it works on any file system, over a network too.
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/container.h"
#include "koppel/status.h"
#include "store/record.h"

namespace koppel {

class PackStore {
 public:
  // What is in the folder now. A pack that can't be read is left out, and goes at the end; with
  // `blind` that is what becomes of all.
  static std::unique_ptr<PackStore> Open(const std::filesystem::path& folder, bool blind);

  struct Found {
    StoredRecord record;
    std::size_t states = 0;  // that match
    bool decided = false;    // and the outcome too: there is nothing left to do
    std::size_t pack = 0;
  };
  // The record of that document and source which leaves the least to do with these keys, if one
  // leaves less than all. Thread-safe.
  bool Find(std::string_view id, std::string_view uri, std::string_view source_sha256,
            std::span<const std::string> keys, Found& found) const;
  // Every record that can be read, the oldest first.
  void ForEach(const std::function<void(const StoredRecord&)>& visit) const;
  // Keeps the pack of a record that was used as it is. Thread-safe.
  void Keep(std::size_t pack) { packs_[pack]->used = true; }

  // Adds a record to the pack that is being written. Used by one thread, as the following.
  Status Add(std::string_view id, std::string_view record);
  // Makes what was added so far durable.
  Status Commit();
  // Takes away packs until at most `limit` bytes are left: first those that nobody used, the
  // oldest first. What was not committed is dropped.
  void Trim(std::uint64_t limit);

  std::uint64_t committed() const { return committed_; }  // packs written

 private:
  struct Pack {
    std::filesystem::path path;
    std::uint64_t number = 0;
    std::uint64_t bytes = 0;
    std::unique_ptr<ContainerReader> reader;  // null for one that was just written
    std::atomic<bool> used{false};
  };
  struct Place {
    std::size_t pack;
    const ContainerReader::Entry* entry;
  };

  explicit PackStore(std::filesystem::path folder) : folder_(std::move(folder)) {}
  void OpenPack(const std::filesystem::path& path, std::uint64_t number, bool blind);

  std::filesystem::path folder_;
  std::vector<std::unique_ptr<Pack>> packs_;  // the newest last
  std::multimap<std::string_view, Place> index_;
  std::unique_ptr<ContainerWriter> writer_;
  std::filesystem::path writing_;
  std::uint64_t next_ = 1;  // number of the next pack
  std::uint64_t committed_ = 0;
};

}  // namespace koppel
