#include "write_harness.h"

#include <stdlib.h>

#include <stdexcept>

#include "koppel/io.h"

namespace koppel::write {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "koppel-write-XXXXXX").string();
  if (!::mkdtemp(name.data())) throw std::runtime_error("can't make " + name);
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::Read(const std::string& name) const {
  Result<std::string> bytes = ReadFile(path_ / name);
  return bytes.ok() ? *std::move(bytes) : "";
}

Status WriteAll(Writer& writer, const std::vector<const Document*>& documents,
                const std::filesystem::path& folder) {
  testkit::TestSetup setup({}, folder);
  KOPPEL_RETURN_IF_ERROR(writer.Open(setup));
  for (const Document* document : documents) {
    std::string rendered;
    KOPPEL_RETURN_IF_ERROR(writer.Render(*document, rendered));
    KOPPEL_RETURN_IF_ERROR(writer.Append(document->id(), rendered));
  }
  return writer.Close();
}

}  // namespace koppel::write
