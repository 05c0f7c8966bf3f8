#include "text_writer.h"

#include <fmt/format.h>

#include "koppel/io.h"

namespace koppel::write {

void TextWriter::Declare(ParamSpec<Params>& spec) {
  spec.Field("folder", &Params::folder, "Folder below the folder for output.");
}

Status TextWriter::Open(Setup& setup) {
  Result<std::filesystem::path> folder = setup.OutputPath(params_.folder);
  if (!folder.ok()) return std::move(folder).status();
  folder_ = *std::move(folder);
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (error)
    return IoError(fmt::format("can't make folder {}: {}", folder_.string(), error.message()));
  return Ok();
}

Status TextWriter::Render(const Document& document, std::string& out) const {
  out.reserve(out.size() + document.text().size() + 1);
  out.append(document.text());
  if (!document.text().ends_with('\n')) out += '\n';
  return Ok();
}

Status TextWriter::Append(std::string_view document_id, std::string_view rendered) {
  std::string base = FileNameFor(document_id);
  // A folder "a.txt" would stand where the text of document "a" goes.
  for (std::size_t at = 0; (at = base.find(".txt/", at)) != base.npos; at += 6) {
    base.insert(at + 4, "~");
  }
  std::string name = base;
  for (int n = 2; !names_.insert(name).second; ++n) name = fmt::format("{}~{}", base, n);
  return WriteFile(folder_ / (name + ".txt"), rendered);
}

}  // namespace koppel::write
