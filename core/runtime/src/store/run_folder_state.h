// What a RunFolder holds; for the files of the runtime.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "koppel/runtime/run_folder.h"
#include "store/claim.h"
#include "store/completion.h"
#include "store/model_store.h"
#include "store/pack_store.h"

namespace koppel {

struct RunFolder::State {
  State(std::filesystem::path folder, KeepOptions keep)
      : out(std::move(folder)), options(std::move(keep)), models(below("models")) {}

  std::filesystem::path below(std::string_view name) const { return out / ".koppel" / name; }

  std::filesystem::path out;
  KeepOptions options;
  std::int64_t start = 0;  // of the run, by the file system's clock
  std::unique_ptr<Claim> claim;
  std::unique_ptr<PackStore> packs;
  ModelStore models;

  // What the run now going on is made from.
  std::string configuration, inputs;
  std::set<std::filesystem::path> claimed;  // paths that it writes at or below
};

}  // namespace koppel
