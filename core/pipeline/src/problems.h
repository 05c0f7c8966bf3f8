// Collects what is wrong with a pipeline file.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "koppel/pipeline/pipeline.h"

namespace koppel::internal {

class Problems {
 public:
  void Add(Location location, ErrorKind kind, std::string message) {
    list_.push_back({location, Status(kind, std::move(message))});
  }
  void Add(Location location, std::string message) {
    Add(location, ErrorKind::kInvalidPipeline, std::move(message));
  }
  // Of the value of `--set <setting>`, which has no place in the file.
  void AddSetting(std::string_view setting, ErrorKind kind, std::string_view message);
  bool empty() const { return list_.empty(); }
  // In order of location; those of one place in the order in which they were added.
  std::vector<Problem> Take() &&;

 private:
  std::vector<Problem> list_;
};

// DidYouMean, or "; expected a, b or c" if none is near.
std::string Suggestion(std::string_view word, const std::vector<std::string_view>& names);

// "a, b or c".
std::string Alternatives(const std::vector<std::string_view>& names);

}  // namespace koppel::internal
