#include "koppel/diff/side.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "koppel/io.h"

namespace koppel {
namespace {

namespace fs = std::filesystem;

Result<SideDocument> ReadLine(simdjson::dom::parser& parser, std::string_view line) {
  std::string_view id, digest;
  simdjson::dom::element root;
  const bool read = parser.parse(line.data(), line.size()).get(root) == simdjson::SUCCESS &&
                    root["document"].get(id) == simdjson::SUCCESS &&
                    root["sha256"].get(digest) == simdjson::SUCCESS;
  if (!read) return BadInput("no `document` with its `sha256`");
  return SideDocument{std::string(id), std::string(digest)};
}

void AddFates(const StoredRun& run, Side& side) {
  for (const StoredDocument& document : run.documents()) {
    if (document.outcome == Outcome::kOutput) continue;
    side.fates[document.id] = {std::string(Name(document.outcome)), document.step, document.reason};
  }
}

Result<DocumentFacts> LastState(const StoredRun& run, std::string_view id) {
  Result<const StoredDocument*> found = run.Find(id);
  if (!found.ok()) return std::move(found).status();
  Result<DocumentHistory> history = run.History(**found);
  if (!history.ok()) return std::move(history).status();
  Document document;
  KOPPEL_RETURN_IF_ERROR(history->Restore(history->states() - 1, document));
  return FactsOf(document);
}

}  // namespace

Result<std::vector<SideDocument>> ReadDigests(const fs::path& file) {
  Result<std::string> bytes = ReadFile(file);
  if (!bytes.ok()) return std::move(bytes).status();
  std::vector<SideDocument> documents;
  simdjson::dom::parser parser;
  for (std::size_t begin = 0; begin < bytes->size();) {
    const std::size_t end = std::min(bytes->find('\n', begin), bytes->size());
    Result<SideDocument> line =
        ReadLine(parser, std::string_view(*bytes).substr(begin, end - begin));
    if (!line.ok()) {
      return std::move(line).status().WithContext(
          fmt::format("{}: line {}", file.string(), documents.size() + 1));
    }
    documents.push_back(*std::move(line));
    begin = end + 1;
  }
  return documents;
}

Result<Side> OpenRun(const fs::path& out, std::map<Detail, ReadFacts> documents) {
  std::error_code error;
  if (!fs::exists(out / "digests.jsonl", error)) {
    return BadInput(
        fmt::format("{} is no folder of a finished run: it holds no digests.jsonl", out.string()));
  }
  Side side;
  side.name = out.string();
  Result<std::vector<SideDocument>> digests = ReadDigests(out / "digests.jsonl");
  if (!digests.ok()) return std::move(digests).status();
  side.documents = *std::move(digests);
  Result<RunIdentity> identity = ReadRunIdentity(out);
  if (identity.ok()) side.identity = *identity;
  side.facts = std::move(documents);
  Result<std::unique_ptr<StoredRun>> stored = StoredRun::Open(out);
  if (!stored.ok() || !(*stored)->complete()) {
    side.notes.push_back(fmt::format("{}: the states after each step were not kept", out.string()));
    if (!identity.ok()) side.notes.push_back(identity.status().message());
    return side;
  }
  std::shared_ptr<const StoredRun> run = *std::move(stored);
  Refine(run->steps(), side.identity);
  AddFates(*run, side);
  side.facts[Detail::kLedger] = [run](std::string_view id) { return LastState(*run, id); };
  side.stored = std::move(run);
  return side;
}

}  // namespace koppel
