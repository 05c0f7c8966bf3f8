#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

namespace koppel {

// A folder of its own below the system's folder for temporary files, which goes with the object.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(std::string_view name) {
    std::error_code error;
    std::string path =
        (std::filesystem::temp_directory_path(error) / name).string().append("-XXXXXX");
    if (::mkdtemp(path.data()) != nullptr) path_ = path;
  }
  ~TemporaryFolder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  // Empty if it can't be made.
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace koppel
