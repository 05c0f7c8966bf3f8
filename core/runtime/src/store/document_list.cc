#include "store/document_list.h"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <array>
#include <limits>

#include "koppel/json/json_writer.h"
#include "store/hex.h"

namespace koppel {
namespace {

constexpr std::array kOutcomes = {Outcome::kOutput, Outcome::kFiltered, Outcome::kQuarantined};

std::string Text(const rapidjson::Value& object, const char* key) {
  const auto at = object.FindMember(key);
  if (at == object.MemberEnd() || !at->value.IsString()) return {};
  return {at->value.GetString(), at->value.GetStringLength()};
}

bool Parse(std::string_view line, StoredDocument& document) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(line.data(), line.size());
  if (!json.IsObject()) return false;
  document = {Text(json, "id"), Text(json, "given"), Text(json, "uri"),   {},
              Outcome::kOutput, Text(json, "step"),  Text(json, "reason")};
  if (document.given.empty()) document.given = document.id;
  document.sha256 = FromHex(Text(json, "sha256"));
  const std::string outcome = Text(json, "outcome");
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
  const Result<std::string> text = ReadFile(file, std::numeric_limits<std::uint64_t>::max());
  if (!text.ok()) return Status(text.status().kind(), text.status().message());
  std::vector<StoredDocument> documents;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    const std::string_view line = std::string_view(*text).substr(begin, end - begin);
    if (!Parse(line, documents.emplace_back())) {
      return BadInput(fmt::format("{} is damaged in line {}", file.string(), documents.size()));
    }
    begin = end + 1;
  }
  return documents;
}

}  // namespace koppel
