// The documents of a run, from what its folder keeps of them.
#pragma once

#include <filesystem>
#include <memory>

#include "document_file.h"

namespace koppel {

// ForEach goes through the output; Find also finds what was filtered or quarantined, as it was
// then. Errors as of StoredRun.
Result<std::unique_ptr<DocumentFile>> OpenRunDocuments(const std::filesystem::path& out);

}  // namespace koppel
