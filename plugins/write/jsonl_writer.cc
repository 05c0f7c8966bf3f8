#include "jsonl_writer.h"

#include <algorithm>

namespace koppel::write {

void JsonlWriter::Declare(ParamSpec<Params>& spec) {
  spec.Field("path", &Params::path,
             "File, below the folder for output; .gz and .zst in its name ask for compression.");
  spec.Choice("offset_unit", &Params::offset_unit,
              {{"utf8_bytes", OffsetUnit::kUtf8Bytes},
               {"code_points", OffsetUnit::kCodePoints},
               {"utf16", OffsetUnit::kUtf16}},
              "What begin and end count; source_begin and source_end are always bytes.");
  spec.Field("layers", &Params::layers, "Layers to write; all if empty.").Layers();
}

Status JsonlWriter::Open(Setup& setup) {
  options_.unit = params_.offset_unit;
  if (!params_.layers.empty()) {
    options_.wants_layer = [this](std::string_view name) {
      return std::find(params_.layers.begin(), params_.layers.end(), name) != params_.layers.end();
    };
  }
  return file_.Open(setup, params_.path);
}

Status JsonlWriter::Render(const Document& document, std::string& out) const {
  std::string compressible;
  std::string& line = file_.compresses() ? compressible : out;
  AppendJson(document, options_, line);
  line += '\n';
  if (file_.compresses()) file_.Render(line, out);
  return Ok();
}

Status JsonlWriter::Append(std::string_view, std::string_view rendered) {
  return file_.Append(rendered);
}

}  // namespace koppel::write
