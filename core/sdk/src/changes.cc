#include "koppel/changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

#include "codec_check.h"
#include "document_state.h"
#include "koppel/v1/changes.pb.h"

namespace koppel {
namespace {

using google::protobuf::Arena;

void AddLayers(const Document& document, bool whole, v1::Changes& changes) {
  const v1::Document& now = document.message();
  for (int i = 0; i < now.layers_size(); ++i) {
    const v1::Layer& layer = now.layers(i);
    changes.add_layers(layer.name());
    if (!whole && !document.layer_at(static_cast<std::size_t>(i)).changed) continue;
    v1::Layer& copy = *changes.mutable_document()->add_layers();
    copy = layer;
    internal::DeltaCode(copy);
  }
}

void AddAdditions(const v1::Document& now, const DocumentBaseline& from, v1::Document& changes) {
  for (int i = from.revisions; i < now.revisions_size(); ++i)
    *changes.add_revisions() = now.revisions(i);
  for (int i = from.strings; i < now.strings_size(); ++i) changes.add_strings(now.strings(i));
}

void FillChanges(const Document& document, v1::Changes& changes) {
  const v1::Document& now = document.message();
  const DocumentBaseline& from = document.baseline();
  v1::Document& stored = *changes.mutable_document();
  changes.set_whole(from.whole);
  changes.set_metadata(from.whole || from.metadata);
  if (from.whole) {
    stored.set_id(now.id());
    stored.set_text(now.text());
    *stored.mutable_source() = now.source();
  }
  if (changes.metadata()) *stored.mutable_metadata() = now.metadata();
  AddAdditions(now, from.whole ? DocumentBaseline{} : from, stored);
  AddLayers(document, from.whole, changes);
  stored.set_coding(v1::DELTA);
}

// The text after a revision, from the text before it. False if the revision does not fit.
bool NewerText(const v1::Revision& revision, std::string_view older, std::string& newer) {
  const v1::Alignment& alignment = revision.alignment();
  if (alignment.removed_size() != alignment.begin_size() ||
      alignment.inserted_size() != alignment.begin_size())
    return false;
  std::uint64_t older_at = 0, inserted_at = 0;
  for (int i = 0; i < alignment.begin_size(); ++i) {
    const std::uint64_t end = std::uint64_t{alignment.begin(i)} + alignment.removed(i);
    const std::uint64_t inserted_end = inserted_at + alignment.inserted(i);
    if (alignment.begin(i) < older_at || end > older.size() ||
        inserted_end > revision.inserted_text().size())
      return false;
    newer.append(older, older_at, alignment.begin(i) - older_at);
    newer.append(revision.inserted_text(), inserted_at, alignment.inserted(i));
    older_at = end;
    inserted_at = inserted_end;
  }
  newer.append(older.substr(older_at));
  return true;
}

}  // namespace

Status EncodeChanges(const Document& document, std::string& out) {
  Arena arena;
  auto& changes = *Arena::CreateMessage<v1::Changes>(&arena);
  FillChanges(document, changes);
  if (changes.ByteSizeLong() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    return BadInput("the document with its layers is larger than 2 GiB");
  changes.AppendToString(&out);
  return Ok();
}

struct ChangeReplay::State {
  Arena arena;
  v1::Document* document = nullptr;  // so far, without its layers
  std::map<std::string, v1::Layer*, std::less<>> layers;
  std::vector<std::string> order;

  void Reset() {
    layers.clear();
    order.clear();
    document = nullptr;
    arena.Reset();
  }
  Status Extend(v1::Document& changes);
  Status Take(v1::Changes& changes);
  Status PutLayersBack();
};

Status ChangeReplay::State::Extend(v1::Document& changes) {
  for (v1::Revision& revision : *changes.mutable_revisions()) {
    std::string newer;
    if (!NewerText(revision, document->text(), newer))
      return BadInput("a revision does not fit the text before it");
    *document->mutable_text() = std::move(newer);
    *document->add_revisions() = std::move(revision);
  }
  for (std::string& text : *changes.mutable_strings()) *document->add_strings() = std::move(text);
  return Ok();
}

Status ChangeReplay::State::Take(v1::Changes& changes) {
  v1::Document& added = *changes.mutable_document();
  if (changes.whole()) {
    layers.clear();
    document = Arena::CreateMessage<v1::Document>(&arena);
  } else if (document == nullptr) {
    return BadInput("the first of the changes is missing");
  }
  for (v1::Layer& layer : *added.mutable_layers()) {
    v1::Layer*& place = layers[layer.name()];
    place = Arena::CreateMessage<v1::Layer>(&arena);
    *place = std::move(layer);
  }
  added.clear_layers();
  order.assign(changes.layers().begin(), changes.layers().end());
  if (changes.whole()) {
    *document = std::move(added);
    return Ok();
  }
  if (changes.metadata()) document->mutable_metadata()->Swap(added.mutable_metadata());
  return Extend(added);
}

Status ChangeReplay::State::PutLayersBack() {
  for (const std::string& name : order) {
    const auto layer = layers.find(name);
    if (layer == layers.end() || layer->second == nullptr)
      return BadInput(fmt::format("layer '{}' is missing", name));
    *document->add_layers() = std::move(*layer->second);
    layer->second = nullptr;
  }
  return Ok();
}

ChangeReplay::ChangeReplay() : state_(std::make_unique<State>()) {}
ChangeReplay::~ChangeReplay() = default;

Status ChangeReplay::Add(std::string_view bytes) {
  KOPPEL_RETURN_IF_ERROR(internal::ScanWire(bytes, *v1::Changes::descriptor()));
  auto& changes = *Arena::CreateMessage<v1::Changes>(&state_->arena);
  if (!changes.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
    return BadInput("the changes are damaged");
  return state_->Take(changes);
}

Status ChangeReplay::Finish(std::span<const LayerSchema* const> schemas, Document& document) {
  document.Reset();
  Status status = BadInput("there are no changes");
  if (state_->document) {
    const std::vector<const LayerSchema*> known = internal::WithStandardLayers(schemas);
    status = state_->PutLayersBack();
    if (status.ok()) {
      document.message() = *state_->document;
      status = internal::CheckStored(document.message(), known);
    }
    if (status.ok()) document.AdoptLayers(known);
  }
  state_->Reset();
  if (!status.ok()) {
    document.Reset();
    return status;
  }
  document.MarkStored();
  return Ok();
}

}  // namespace koppel
