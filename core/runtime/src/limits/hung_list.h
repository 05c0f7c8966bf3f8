// Documents on which a step once did not come back, so that the next run does not wait for them.
//
//   <out>/.koppel/hung   step and document of each (koppel/bytes.h)
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "koppel/status.h"

namespace koppel {

// Not thread-safe; the const part is.
class HungList {
 public:
  // What the file says; nothing if it is not there.
  static HungList Read(const std::filesystem::path& file);

  bool Has(std::string_view step, std::string_view document) const {
    return entries_.contains({std::string(step), std::string(document)});
  }
  bool empty() const { return entries_.empty(); }
  // Adds an entry to the file.
  Status Add(const std::filesystem::path& file, const std::string& step,
             const std::string& document);

 private:
  std::set<std::pair<std::string, std::string>> entries_;
};

}  // namespace koppel
