// What a run reads, told by its bytes.
#pragma once

#include <string>
#include <vector>

#include "input/inputs.h"
#include "input/mended.h"

namespace koppel {

// Sets `sha256` and `stamp` of every file that can be read; `threads` of them at a time.
void HashInputs(std::vector<SourceFile>& files, int threads);

// The same files as others see them. Precondition: HashInputs; else they have no digest and stamp.
std::vector<InputFile> InputFilesOf(const std::vector<SourceFile>& files);

// Digest of ids, URIs and bytes of all that is read: equal inventories, equal corpora.
// Precondition: HashInputs.
std::string InventoryDigest(const std::vector<SourceFile>& files, const Mended& mended);

}  // namespace koppel
