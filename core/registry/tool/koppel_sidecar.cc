// koppel-sidecar LIBRARY: loads a freshly built plugin, checks what it declares, and writes its
// sidecar.
#include <cstdio>
#include <filesystem>

#include "koppel/io.h"
#include "koppel/registry/library.h"
#include "koppel/registry/sidecar.h"

namespace koppel {
namespace {

Status WriteSidecar(const std::filesystem::path& library) {
  Result<const Manifest*> manifest = OpenLibrary(library);
  if (!manifest.ok()) return std::move(manifest).status();
  const std::unique_ptr<PluginInfo> plugin = FromManifest(**manifest);
  KOPPEL_RETURN_IF_ERROR(CheckManifest(*plugin));
  KOPPEL_RETURN_IF_ERROR(Complete(library, *plugin));
  return WriteFile(plugin->sidecar, ToJson(*plugin));
}

}  // namespace
}  // namespace koppel

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: koppel-sidecar LIBRARY\n", stderr);
    return 2;
  }
  if (const koppel::Status status = koppel::WriteSidecar(argv[1]); !status.ok()) {
    std::fprintf(stderr, "koppel-sidecar: %s\n", status.ToString().c_str());
    return 1;
  }
  return 0;
}
