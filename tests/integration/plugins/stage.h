// Plugins laid out in a temporary folder, each with the sidecar that a test wants it to have.
#pragma once

#include <filesystem>
#include <string>

#include "koppel/registry/registry.h"

namespace koppel {

class Stage {
 public:
  Stage();
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  const std::filesystem::path& folder() const { return folder_; }
  std::filesystem::path Library(const std::string& plugin) const;
  std::filesystem::path Sidecar(const std::string& plugin) const;

  // Copies the test library `name` to its own folder here, without a sidecar.
  void Copy(const std::string& name) const;
  // Writes the sidecar with the tool, as a build does. The library must be sound.
  void WriteSidecar(const std::string& name) const;
  // Copy and WriteSidecar.
  void Add(const std::string& name) const;
  // Writes a sidecar that claims one processor `<name>.nothing`, whatever the library holds; its
  // digest is right.
  void Claim(const std::string& name, std::uint32_t api_version,
             const std::string& fingerprint) const;
  void Claim(const std::string& name) const;

  Registry Scan() const;

 private:
  std::filesystem::path folder_;
};

void WriteText(const std::filesystem::path& path, std::string_view text);
std::string ReadText(const std::filesystem::path& path);

}  // namespace koppel
