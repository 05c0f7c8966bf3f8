#include "koppel_writer.h"

namespace koppel::koppel_format {

void KoppelWriter::Declare(ParamSpec<Params>& spec) {
  spec.Field("path", &Params::path, "File, below the folder for output.");
}

Status KoppelWriter::Open(Setup& setup) {
  Result<std::filesystem::path> path = setup.OutputPath(params_.path);
  if (!path.ok()) return std::move(path).status();
  Result<std::unique_ptr<ContainerWriter>> container = ContainerWriter::Create(*path);
  if (!container.ok()) return std::move(container).status();
  container_ = *std::move(container);
  return Ok();
}

}  // namespace koppel::koppel_format
