#include "koppel/registry/library.h"

#include <dlfcn.h>
#include <fmt/format.h>

#define BOOST_DLL_USE_STD_FS
#include <boost/dll/shared_library.hpp>
#include <exception>
#include <fstream>
#include <list>
#include <mutex>

namespace koppel {
namespace {

namespace fs = std::filesystem;

Status LoadError(std::string message) { return {ErrorKind::kPluginLoad, std::move(message)}; }

bool IsElf(const fs::path& path) {
  char magic[4] = {};
  std::ifstream(path, std::ios::binary).read(magic, sizeof magic);
  return std::string_view(magic, sizeof magic) ==
         "\x7F"
         "ELF";
}

// Never closed: objects with code in the library may outlive every owner that we could give it.
boost::dll::shared_library& Keep(boost::dll::shared_library library) {
  static std::mutex mutex;
  static auto& kept = *new std::list<boost::dll::shared_library>;
  const std::lock_guard lock(mutex);
  return kept.emplace_back(std::move(library));
}

Result<boost::dll::shared_library*> Open(const fs::path& path) {
  std::error_code error;
  // Absolute and resolved, so that neither the current directory nor a search path has a say.
  const fs::path file = fs::canonical(path, error);
  if (error)
    return LoadError(fmt::format("no plugin library {}: {}", path.string(), error.message()));
  if (!IsElf(file)) return LoadError(fmt::format("{} is not a shared library", path.string()));
  boost::dll::shared_library library;
  library.load(file, error, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
  if (error) {
    const char* reason = ::dlerror();
    return LoadError(
        fmt::format("can't load {}: {}", path.string(), reason ? reason : error.message()));
  }
  return &Keep(std::move(library));
}

Result<const Manifest*> CallEntry(const fs::path& path, ManifestFunction& entry) {
  try {
    if (const Manifest* manifest = entry()) return manifest;
    return LoadError(
        fmt::format("the entry '{}' of {} returned nothing", kManifestSymbol, path.string()));
  } catch (const std::exception& error) {
    return LoadError(fmt::format("the entry '{}' of {} threw: {}", kManifestSymbol, path.string(),
                                 error.what()));
  } catch (...) {
    return LoadError(fmt::format("the entry '{}' of {} threw something unknown", kManifestSymbol,
                                 path.string()));
  }
}

}  // namespace

Result<const Manifest*> OpenLibrary(const fs::path& path) {
  Result<boost::dll::shared_library*> library = Open(path);
  if (!library.ok()) return std::move(library).status();
  if (!(*library)->has(kManifestSymbol)) {
    return LoadError(fmt::format(
        "{} is no Koppel plugin: it does not export '{}'; put KOPPEL_PLUGIN in one of its sources",
        path.string(), kManifestSymbol));
  }
  Result<const Manifest*> manifest =
      CallEntry(path, (*library)->get<ManifestFunction>(kManifestSymbol));
  if (!manifest.ok()) return manifest;
  KOPPEL_RETURN_IF_ERROR(CheckAbi(path, (*manifest)->api_version, (*manifest)->fingerprint));
  return manifest;
}

Status CheckAbi(const fs::path& subject, std::uint32_t api_version, std::string_view fingerprint) {
  if (api_version != kApiVersion) {
    return {ErrorKind::kAbiMismatch, fmt::format("{} was built for plugin API {}, this program has "
                                                 "{}; rebuild the plugin against this SDK",
                                                 subject.string(), api_version, kApiVersion)};
  }
  if (fingerprint != KOPPEL_BUILD_FINGERPRINT) {
    return {ErrorKind::kAbiMismatch,
            fmt::format("{} was built with \"{}\", this program with \"{}\"; rebuild the plugin "
                        "against this SDK",
                        subject.string(), fingerprint, KOPPEL_BUILD_FINGERPRINT)};
  }
  return Ok();
}

}  // namespace koppel
