#include "koppel/codec.h"

#include <limits>
#include <vector>

#include "codec_check.h"
#include "document_state.h"
#include "koppel/layers.h"

namespace koppel {
namespace {

void DeltaCode(v1::Layer& layer) {
  for (int i = layer.begin_size() - 1; i >= 0; --i) {
    layer.set_end(i, layer.end(i) - layer.begin(i));
    if (i > 0) layer.set_begin(i, layer.begin(i) - layer.begin(i - 1));
  }
}

Status ParseInto(std::string_view bytes, std::span<const LayerSchema* const> schemas,
                 v1::Document& message) {
  KOPPEL_RETURN_IF_ERROR(internal::ScanWire(bytes, *v1::Document::descriptor()));
  if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return BadInput("Document is damaged");
  KOPPEL_RETURN_IF_ERROR(internal::CheckContent(message));
  KOPPEL_RETURN_IF_ERROR(internal::CheckRevisions(message));
  return internal::RestoreLayers(message, schemas);
}

}  // namespace

Status Encode(const Document& document, std::string& out) {
  google::protobuf::Arena arena;
  auto& stored = *google::protobuf::Arena::CreateMessage<v1::Document>(&arena);
  stored.CopyFrom(document.message());
  for (v1::Layer& layer : *stored.mutable_layers()) DeltaCode(layer);
  stored.set_coding(v1::DELTA);
  if (stored.ByteSizeLong() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return BadInput(
        "the document with its layers is larger than 2 GiB, more than its stored form can hold");
  }
  stored.AppendToString(&out);
  return Ok();
}

Status Decode(std::string_view bytes, std::span<const LayerSchema* const> schemas,
              Document& document) {
  // Standard layers first: typed views rely on their own order of features.
  const auto standard = StandardLayers();
  std::vector<const LayerSchema*> known(standard.begin(), standard.end());
  known.insert(known.end(), schemas.begin(), schemas.end());
  document.Reset();
  if (Status status = ParseInto(bytes, known, document.message()); !status.ok()) {
    document.Reset();
    return status;
  }
  document.AdoptLayers(known);
  return Ok();
}

}  // namespace koppel
