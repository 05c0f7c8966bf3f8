#include "koppel/codec.h"

#include <limits>
#include <vector>

#include "codec_check.h"
#include "document_state.h"
#include "koppel/layers.h"
#include "stored_form.h"

namespace koppel {

namespace internal {

void DeltaCode(v1::Layer& layer) {
  for (int i = layer.begin_size() - 1; i >= 0; --i) {
    layer.set_end(i, layer.end(i) - layer.begin(i));
    if (i > 0) layer.set_begin(i, layer.begin(i) - layer.begin(i - 1));
  }
}

Status CheckStored(v1::Document& document, std::span<const LayerSchema* const> schemas) {
  KOPPEL_RETURN_IF_ERROR(CheckContent(document));
  KOPPEL_RETURN_IF_ERROR(CheckRevisions(document));
  return RestoreLayers(document, schemas);
}

std::vector<const LayerSchema*> WithStandardLayers(std::span<const LayerSchema* const> schemas) {
  const auto standard = StandardLayers();
  std::vector<const LayerSchema*> known(standard.begin(), standard.end());
  known.insert(known.end(), schemas.begin(), schemas.end());
  return known;
}

}  // namespace internal

namespace {

Status ParseInto(std::string_view bytes, std::span<const LayerSchema* const> schemas,
                 v1::Document& message) {
  KOPPEL_RETURN_IF_ERROR(internal::ScanWire(bytes, *v1::Document::descriptor()));
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return BadInput("Document is damaged");
  return internal::CheckStored(message, schemas);
}

}  // namespace

Status Encode(const Document& document, std::string& out) {
  if (internal::StoredSize(document.message()) >
      static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return BadInput(
        "the document with its layers is larger than 2 GiB, more than its stored form can hold");
  }
  internal::AppendStored(document.message(), out);
  return Ok();
}

Status Decode(std::string_view bytes, std::span<const LayerSchema* const> schemas,
              Document& document) {
  const std::vector<const LayerSchema*> known = internal::WithStandardLayers(schemas);
  document.Reset();
  if (Status status = ParseInto(bytes, known, document.message()); !status.ok()) {
    document.Reset();
    return status;
  }
  document.AdoptLayers(known);
  return Ok();
}

}  // namespace koppel
