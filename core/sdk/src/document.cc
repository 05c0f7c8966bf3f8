#include "koppel/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "document_state.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

// Holds a short document with its layers; a long one takes further blocks from the heap.
constexpr std::size_t kFirstBlock = std::size_t{64} << 10;
constexpr std::size_t kLargestBlock = std::size_t{4} << 20;

google::protobuf::ArenaOptions Options(char* block) {
  google::protobuf::ArenaOptions options;
  options.initial_block = block;
  options.initial_block_size = kFirstBlock;
  options.start_block_size = kFirstBlock;
  options.max_block_size = kLargestBlock;
  return options;
}

void Fill(const Alignment& from, v1::Alignment& to) {
  for (std::size_t i = 0; i < from.size(); ++i) {
    to.add_begin(from.begin(i));
    to.add_removed(from.removed(i));
    to.add_inserted(from.inserted(i));
  }
}

}  // namespace

std::string_view Name(SourceContent content) {
  static constexpr std::array<std::string_view, 4> kNames = {"file", "decompressed", "value",
                                                             "extraction"};
  return kNames[static_cast<std::size_t>(content)];
}

Document::State::State()
    : block(std::make_unique<char[]>(kFirstBlock)),
      arena(Options(block.get())),
      message(google::protobuf::Arena::CreateMessage<v1::Document>(&arena)) {}

void Document::State::Reset() {
  interned.clear();
  baseline = {};
  layer_count = 0;
  arena.Reset();
  message = google::protobuf::Arena::CreateMessage<v1::Document>(&arena);
}

Document::Document() : state_(std::make_unique<State>()) {}
Document::~Document() = default;
void Document::Reset() { state_->Reset(); }

void Document::CopyFrom(const Document& other) {
  Reset();
  message() = other.message();
  std::vector<const LayerSchema*> schemas;
  for (std::size_t i = 0; i < other.layer_count(); ++i) schemas.push_back(other.layer_at(i).schema);
  AdoptLayers(schemas);
}

v1::Document& Document::message() { return *state_->message; }
const v1::Document& Document::message() const { return *state_->message; }

std::string_view Document::id() const { return message().id(); }
void Document::set_id(std::string_view id) {
  message().set_id(id.data(), id.size());
  state_->baseline.whole = true;
}

Source Document::source() const {
  const v1::Source& source = message().source();
  return {source.uri(), source.sha256(), source.media_type(), source.size(),
          static_cast<SourceContent>(source.content())};
}

void Document::set_source(const Source& source) {
  v1::Source& target = *message().mutable_source();
  target.set_uri(source.uri.data(), source.uri.size());
  target.set_sha256(source.sha256.data(), source.sha256.size());
  target.set_media_type(source.media_type.data(), source.media_type.size());
  target.set_size(source.size);
  target.set_content(static_cast<v1::Content>(source.content));
  state_->baseline.whole = true;
}

std::string_view Document::text() const { return message().text(); }

Status Document::SetText(std::string text, const Alignment& alignment) {
  if (text.size() > kMaxTextBytes) {
    return BadInput(fmt::format("text of {} bytes; at most {} fit in one document", text.size(),
                                kMaxTextBytes));
  }
  if (const std::size_t bad = FindInvalidUtf8(text); bad != std::string_view::npos) {
    return BadInput(
        fmt::format("not UTF-8 at byte {} (0x{:02X})", bad, static_cast<unsigned char>(text[bad])));
  }
  v1::Document& target = message();
  target.clear_layers();
  target.clear_revisions();
  state_->layer_count = 0;
  state_->baseline.whole = true;
  target.mutable_source()->clear_alignment();
  if (!alignment.empty()) Fill(alignment, *target.mutable_source()->mutable_alignment());
  *target.mutable_text() = std::move(text);
  return Ok();
}

std::string_view Document::metadata(std::string_view key) const {
  for (const v1::Metadata& entry : message().metadata()) {
    if (entry.key() == key) return entry.value();
  }
  return {};
}

void Document::SetMetadata(std::string_view key, std::string_view value) {
  auto& entries = *message().mutable_metadata();
  auto at = std::lower_bound(
      entries.begin(), entries.end(), key,
      [](const v1::Metadata& entry, std::string_view k) { return entry.key() < k; });
  if (at == entries.end() || at->key() != key) {
    const auto place = at - entries.begin();
    entries.Add()->set_key(key.data(), key.size());
    std::rotate(entries.pointer_begin() + place, entries.pointer_end() - 1, entries.pointer_end());
    at = entries.begin() + place;
  }
  at->set_value(value.data(), value.size());
  state_->baseline.metadata = true;
}

std::size_t Document::metadata_size() const {
  return static_cast<std::size_t>(message().metadata_size());
}

std::pair<std::string_view, std::string_view> Document::metadata_at(std::size_t index) const {
  const v1::Metadata& entry = message().metadata(static_cast<int>(index));
  return {entry.key(), entry.value()};
}

void Document::MarkStored() {
  state_->baseline = {false, false, message().revisions_size(), message().strings_size()};
  for (std::size_t i = 0; i < state_->layer_count; ++i) state_->layers[i]->changed = false;
}

const DocumentBaseline& Document::baseline() const { return state_->baseline; }

std::size_t Document::MemoryUsed() const {
  std::size_t bytes = state_->arena.SpaceUsed() + message().text().capacity();
  for (const v1::Revision& revision : message().revisions()) {
    bytes += revision.removed_text().capacity() + revision.inserted_text().capacity();
  }
  return bytes;
}

}  // namespace koppel
