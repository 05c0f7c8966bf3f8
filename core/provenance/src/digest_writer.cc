#include "koppel/provenance/digest_writer.h"

#include "canonical_hash.h"
#include "koppel/json/json_writer.h"
#include "koppel/provenance/document_digest.h"

namespace koppel {
namespace {

std::string Line(std::string_view document_id, const std::string& digest) {
  CompactJson json;
  json.Object([&] {
    json.Field("document", document_id);
    json.Field("sha256", digest);
  });
  return json.Line();
}

}  // namespace

struct DigestWriter::Hash : internal::CanonicalHash {};

DigestWriter::DigestWriter() : documents_(std::make_unique<Hash>()) {
  documents_->Bytes("koppel run 1\n");
}
DigestWriter::~DigestWriter() = default;

Status DigestWriter::Open(Setup& setup) {
  Result<std::filesystem::path> path = setup.OutputPath("digests.jsonl");
  if (!path.ok()) return std::move(path).status();
  Result<std::unique_ptr<OutputFile>> file = OutputFile::Create(*path);
  if (!file.ok()) return std::move(file).status();
  file_ = *std::move(file);
  return Ok();
}

Status DigestWriter::Render(const Document& document, std::string& out) const {
  out += DocumentDigest(document);
  return Ok();
}

Status DigestWriter::Append(std::string_view document_id, std::string_view rendered) {
  documents_->Bytes(rendered);
  return file_->Write(Line(document_id, Hex(rendered)));
}

Status DigestWriter::Close() { return file_->Commit(); }

std::string DigestWriter::RunDigest() const { return Hex(documents_->Digest()); }

}  // namespace koppel
