// A plugin's shared library: opened with local visibility, never closed.
#pragma once

#include <filesystem>

#include "koppel/plugin.h"
#include "koppel/status.h"

namespace koppel {

// Runs the library's constructors and its entry, and checks that it was built for this host. The
// manifest lives as long as the process. Thread-safe. plugin_load: no such file; not a library; a
// library that the system can't load (with its reason); no entry; an entry that throws or returns
// nothing. abi_mismatch: another API version or build.
Result<const Manifest*> OpenLibrary(const std::filesystem::path& path);

// abi_mismatch, with what `subject` was built for and what the host has.
Status CheckAbi(const std::filesystem::path& subject, std::uint32_t api_version,
                std::string_view fingerprint);

}  // namespace koppel
