#include "run_record.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <array>

#include "koppel/io.h"
#include "koppel/provenance/lock.h"
#include "koppel/provenance/program.h"
#include "koppel/runtime/timestamp.h"
#include "versions.h"

namespace koppel {
namespace {

// A UUID of version 4: names this run and no other, here or elsewhere.
std::string NewUuid() {
  std::array<char, 16> bytes{};
  if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) return {};
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x40);
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
  const std::string hex = Hex({bytes.data(), bytes.size()});
  return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4),
                     hex.substr(16, 4), hex.substr(20));
}

std::string HexOfFile(const std::filesystem::path& path) {
  Result<std::string> digest = Sha256OfFile(path);
  return digest.ok() ? Hex(*digest) : std::string();
}

}  // namespace

RunRecord::RunRecord(std::vector<std::string> arguments, const std::filesystem::path& pipeline,
                     const std::filesystem::path& lock) {
  facts_.invocation = NewUuid();
  facts_.started = Timestamp();
  facts_.arguments = std::move(arguments);
  std::error_code error;
  facts_.folder = std::filesystem::current_path(error).string();
  if (!lock.empty()) facts_.lock = HexOfFile(lock);
  if (Result<std::string> text = ReadFile(pipeline); text.ok()) pipeline_text_ = *std::move(text);
  facts_.pipeline_sha256 = Hex(Sha256(pipeline_text_));
}

Status RunRecord::Write(const Pipeline& pipeline, const RunReport& report, std::string digest,
                        RunFolder& folder, const std::filesystem::path& out) {
  KOPPEL_RETURN_IF_ERROR(WriteFile(out / kPipelineCopy, pipeline_text_));
  Result<std::vector<WrittenFile>> written = ListWrittenFiles(folder, report);
  if (!written.ok()) return std::move(written).status();
  Result<ListFacts> inputs = WriteInputList(report.inputs, report.mended, out);
  if (!inputs.ok()) return std::move(inputs).status();
  Result<ListFacts> outputs = WriteOutputList(*written, out);
  if (!outputs.ok()) return std::move(outputs).status();
  facts_.inputs = *inputs;
  facts_.outputs = *outputs;
  facts_.digest = std::move(digest);
  facts_.versions = LibraryVersions();
  for (const auto& [name, path] : ProgramFiles())
    facts_.program.emplace_back(name, HexOfFile(path));
  facts_.finished = Timestamp();
  return WriteRunJson(pipeline, report, facts_, out);
}

}  // namespace koppel
