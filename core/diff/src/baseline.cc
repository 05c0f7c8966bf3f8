#include "koppel/diff/baseline.h"

#include <fmt/format.h>

#include <memory>
#include <set>

#include "facts_json.h"
#include "identity_json.h"
#include "koppel/io.h"
#include "koppel/json/json_writer.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

fs::path FileOf(const fs::path& folder, std::string_view id) {
  return folder / "documents" / (FileNameFor(id) + ".json");
}

Result<DocumentFacts> ReadDocument(const fs::path& folder, std::string_view id) {
  const fs::path path = FileOf(folder, id);
  Result<std::string> bytes = ReadFile(path);
  if (!bytes.ok()) return BadInput("the baseline keeps its digest alone");
  Result<DocumentFacts> facts = internal::FactsFromJson(*bytes);
  if (facts.ok()) return facts;
  return std::move(facts).status().WithContext(path.string());
}

Status CheckFolder(const fs::path& folder) {
  std::error_code error;
  if (IsBaseline(folder) || !fs::exists(folder, error) || fs::is_empty(folder, error)) return Ok();
  return BadInput(
      fmt::format("{} holds other things than a baseline; give an empty folder", folder.string()));
}

void RemoveOthers(const fs::path& folder, const std::set<fs::path>& written) {
  std::error_code error;
  std::vector<fs::path> others;
  for (fs::recursive_directory_iterator entry(folder / "documents", error), end;
       !error && entry != end; entry.increment(error)) {
    const bool file = entry->is_regular_file(error) && entry->path().extension() == ".json";
    if (file && !written.contains(entry->path())) others.push_back(entry->path());
  }
  for (const fs::path& path : others) fs::remove(path, error);
}

std::string DigestLines(const Side& side) {
  std::string lines;
  for (const SideDocument& document : side.documents) {
    lines += fmt::format("{{\"document\":{},\"sha256\":{}}}\n", JsonOf(document.id),
                         JsonOf(document.digest));
  }
  return lines;
}

}  // namespace

bool IsBaseline(const fs::path& folder) {
  std::error_code error;
  return fs::is_regular_file(folder / "baseline.json", error);
}

Result<Side> OpenBaseline(const fs::path& folder) {
  if (!IsBaseline(folder)) {
    return BadInput(fmt::format("{} is no baseline: it holds no baseline.json; --accept makes one",
                                folder.string()));
  }
  Side side;
  side.name = folder.string();
  Result<std::string> bytes = ReadFile(folder / "baseline.json");
  if (!bytes.ok()) return std::move(bytes).status();
  Result<internal::BaselineHead> head = internal::HeadFromJson(*bytes);
  if (!head.ok()) return std::move(head).status().WithContext((folder / "baseline.json").string());
  side.identity = std::move(head->identity);
  Result<std::vector<SideDocument>> digests = ReadDigests(folder / "digests.jsonl");
  if (!digests.ok()) return std::move(digests).status();
  side.documents = *std::move(digests);
  if (head->detail != Detail::kDigests)
    side.facts[head->detail] = [folder](std::string_view id) { return ReadDocument(folder, id); };
  return side;
}

Result<BaselineSize> WriteBaseline(const Side& run, const fs::path& folder) {
  KOPPEL_RETURN_IF_ERROR(CheckFolder(folder));
  const auto best = run.facts.rbegin();
  const Detail detail = best == run.facts.rend() ? Detail::kDigests : best->first;
  BaselineSize size;
  std::set<fs::path> written;
  std::uint64_t bytes = 0;
  for (const SideDocument& document : run.documents) {
    ++size.documents;
    std::string json;
    if (detail != Detail::kDigests && bytes < kMostBaselineBytes) {
      Result<DocumentFacts> facts = best->second(document.id);
      if (facts.ok()) json = internal::ToJson(*facts);
    }
    bytes += json.size();
    const fs::path path = FileOf(folder, document.id);
    if (json.empty() || !written.insert(path).second) {
      ++size.by_digest_alone;
      continue;
    }
    KOPPEL_RETURN_IF_ERROR(WriteFile(path, json));
  }
  RemoveOthers(folder, written);
  KOPPEL_RETURN_IF_ERROR(WriteFile(folder / "digests.jsonl", DigestLines(run)));
  KOPPEL_RETURN_IF_ERROR(
      WriteFile(folder / "baseline.json", internal::ToJson({Portable(run.identity), detail})));
  return size;
}

}  // namespace koppel
