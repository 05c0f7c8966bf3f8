#include "stage.h"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "koppel/registry/sidecar.h"

namespace koppel {
namespace fs = std::filesystem;

Stage::Stage() {
  std::string name = (fs::temp_directory_path() / "koppel-stage-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
}

Stage::~Stage() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

fs::path Stage::Library(const std::string& plugin) const {
  return folder_ / plugin / (plugin + ".so");
}

fs::path Stage::Sidecar(const std::string& plugin) const {
  return folder_ / plugin / (plugin + std::string(kSidecarSuffix));
}

void Stage::Copy(const std::string& name) const {
  fs::create_directories(folder_ / name);
  fs::copy_file(fs::path(KOPPEL_TEST_PLUGINS) / (name + ".so"), Library(name));
}

void Stage::WriteSidecar(const std::string& name) const {
  const std::string command = KOPPEL_BINARY_DIR "/bin/koppel-sidecar " + Library(name).string();
  if (std::system(command.c_str()) != 0) throw std::runtime_error("koppel-sidecar refused " + name);
}

void Stage::Add(const std::string& name) const {
  Copy(name);
  WriteSidecar(name);
}

void Stage::Claim(const std::string& name, std::uint32_t api_version,
                  const std::string& fingerprint) const {
  PluginInfo plugin;
  plugin.name = name;
  plugin.version = "1.0.0";
  plugin.licence = "Apache-2.0";
  plugin.api_version = api_version;
  plugin.fingerprint = fingerprint;
  plugin.components.emplace_back().id = name + ".nothing";
  if (!Complete(Library(name), plugin).ok()) throw std::runtime_error("no library " + name);
  WriteText(Sidecar(name), ToJson(plugin));
}

void Stage::Claim(const std::string& name) const {
  Claim(name, kApiVersion, KOPPEL_BUILD_FINGERPRINT);
}

Registry Stage::Scan() const { return Registry::Scan({folder_}); }

void WriteText(const fs::path& path, std::string_view text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string ReadText(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

}  // namespace koppel
