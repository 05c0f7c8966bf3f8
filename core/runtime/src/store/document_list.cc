#include "store/document_list.h"

#include <array>

#include "json_lines.h"
#include "koppel/json/json_reader.h"
#include "koppel/json/json_writer.h"
#include "store/hex.h"

namespace koppel {
namespace {

constexpr std::array kOutcomes = {Outcome::kOutput, Outcome::kFiltered, Outcome::kQuarantined};

bool Take(const rapidjson::Value& object, StoredDocument& document) {
  document = {TextAt(object, "id"), TextAt(object, "given"), TextAt(object, "uri"),   {},
              Outcome::kOutput,     TextAt(object, "step"),  TextAt(object, "reason")};
  if (document.given.empty()) document.given = document.id;
  document.sha256 = FromHex(TextAt(object, "sha256"));
  const std::string outcome = TextAt(object, "outcome");
  for (const Outcome one : kOutcomes) {
    if (Name(one) != outcome) continue;
    document.outcome = one;
    return true;
  }
  return false;
}

}  // namespace

std::string_view Name(Outcome outcome) {
  switch (outcome) {
    case Outcome::kFiltered:
      return "filtered";
    case Outcome::kQuarantined:
      return "quarantined";
    default:
      return "output";
  }
}

Result<std::unique_ptr<DocumentList>> DocumentList::Create(const std::filesystem::path& file) {
  Result<std::unique_ptr<OutputFile>> target = OutputFile::Create(file);
  if (!target.ok()) return std::move(target).status();
  return std::unique_ptr<DocumentList>(new DocumentList(*std::move(target)));
}

Status DocumentList::Add(const StoredDocument& document) {
  CompactJson json;
  json.Object([&] {
    json.Field("id", document.id);
    if (document.given != document.id) json.Field("given", document.given);
    json.Field("uri", document.uri);
    if (!document.sha256.empty()) json.Field("sha256", Hex(document.sha256));
    json.Field("outcome", Name(document.outcome));
    if (document.outcome == Outcome::kOutput) return;
    json.Field("step", document.step);
    json.Field("reason", document.reason);
  });
  return file_->Write(json.Line());
}

Result<std::vector<StoredDocument>> ReadDocumentList(const std::filesystem::path& file) {
  std::vector<StoredDocument> documents;
  KOPPEL_RETURN_IF_ERROR(ReadJsonLines(file, [&documents](const rapidjson::Value& object) {
    return Take(object, documents.emplace_back());
  }));
  return documents;
}

}  // namespace koppel
