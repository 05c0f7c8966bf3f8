// Runs a writer over documents, and reads back what it wrote.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "koppel/component.h"
#include "koppel/testkit/harness.h"

namespace koppel::write {

// A folder that is removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  // Content of a file in it; "" if there is none.
  std::string Read(const std::string& name) const;

 private:
  std::filesystem::path path_;
};

// Open, Render and Append for each document, Close; the first error.
Status WriteAll(Writer& writer, const std::vector<const Document*>& documents,
                const std::filesystem::path& folder);

}  // namespace koppel::write
