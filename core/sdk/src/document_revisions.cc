#include <fmt/format.h>

#include "document_state.h"
#include "koppel/utf8.h"

namespace koppel {
namespace {

// Of the text, when it has been edited.
std::size_t SizeAfter(const Edits& edits, std::size_t size) {
  for (const Edits::Edit& edit : edits.edits())
    size += edit.text_size - std::size_t{edit.span.size()};
  return size;
}

Status CheckEdits(const Edits& edits, std::string_view text) {
  std::uint32_t end = 0;
  for (const Edits::Edit& edit : edits.edits()) {
    const Span span = edit.span;
    if (span.begin > span.end || span.end > text.size()) {
      return Internal(fmt::format("edit '{}' at {}..{} leaves the text of {} bytes", edit.rule,
                                  span.begin, span.end, text.size()));
    }
    if (span.begin < end) {
      return Internal(fmt::format("edit '{}' at {}..{} overlaps the one before", edit.rule,
                                  span.begin, span.end));
    }
    if (!OnBoundary(text, span.begin) || !OnBoundary(text, span.end)) {
      return Internal(
          fmt::format("edit '{}' at {}..{} splits a code point", edit.rule, span.begin, span.end));
    }
    if (edit.text_size > 0 && FindInvalidUtf8(edits.TextOf(edit)) != std::string_view::npos) {
      return Internal(
          fmt::format("edit '{}' at {} inserts text that is not UTF-8", edit.rule, span.begin));
    }
    if (!(edit.confidence >= 0 && edit.confidence <= 1)) {
      return Internal(fmt::format("edit '{}' at {} has confidence {}; it must be 0 to 1", edit.rule,
                                  span.begin, edit.confidence));
    }
    end = span.end;
  }
  return SizeAfter(edits, text.size()) <= Document::kMaxTextBytes
             ? Ok()
             : Internal("the edits make the text larger than 1 GiB");
}

// Carries one layer over to the new text.
void RemapLayer(internal::LayerData& layer, PositionMap& map) {
  for (std::uint32_t i = 0; i < layer.rows; ++i) {
    const Span span = map({layer.begin[i], layer.end[i]});
    layer.begin[i] = span.begin;
    layer.end[i] = span.end;
    if (i > 0 && internal::OutOfOrder({layer.begin[i - 1], layer.end[i - 1]}, span))
      layer.sorted = false;
  }
  layer.changed = true;
}

}  // namespace

namespace internal {

std::string OlderText(const v1::Revision& revision, std::string_view newer) {
  const v1::Alignment& alignment = revision.alignment();
  std::string older;
  std::size_t removed_at = 0;
  std::size_t newer_at = 0;
  for (int i = 0; i < alignment.begin_size(); ++i) {
    const std::size_t copied = alignment.begin(i) - older.size();
    older.append(newer, newer_at, copied);
    newer_at += copied + alignment.inserted(i);
    older.append(revision.removed_text(), removed_at, alignment.removed(i));
    removed_at += alignment.removed(i);
  }
  return older.append(newer.substr(newer_at));
}

}  // namespace internal

Status Document::Apply(Edits& edits, std::string_view step) {
  if (edits.empty()) return Ok();
  edits.Sort();
  const std::string_view old_text = text();
  KOPPEL_RETURN_IF_ERROR(CheckEdits(edits, old_text));

  v1::Revision& revision = *message().add_revisions();
  revision.set_step(step.data(), step.size());
  const int count = static_cast<int>(edits.size());
  v1::Alignment& alignment = *revision.mutable_alignment();
  for (auto* column :
       {alignment.mutable_begin(), alignment.mutable_removed(), alignment.mutable_inserted()}) {
    column->Reserve(count);
  }
  revision.mutable_rule()->Reserve(count);
  revision.mutable_confidence()->Reserve(count);
  std::string& removed = *revision.mutable_removed_text();
  std::string& inserted = *revision.mutable_inserted_text();
  std::string new_text;
  new_text.reserve(SizeAfter(edits, old_text.size()));
  std::size_t copied = 0;
  std::string_view last_rule;
  std::int32_t rule = -1;
  for (const Edits::Edit& edit : edits.edits()) {
    new_text.append(old_text, copied, edit.span.begin - copied);
    new_text.append(edits.TextOf(edit));
    copied = edit.span.end;
    alignment.add_begin(edit.span.begin);
    alignment.add_removed(edit.span.size());
    alignment.add_inserted(edit.text_size);
    removed.append(edit.span.In(old_text));
    inserted.append(edits.TextOf(edit));
    if (rule < 0 || edit.rule != last_rule) {  // most edits of a step have one rule
      rule = internal::InternString(*this, edit.rule);
      last_rule = edit.rule;
    }
    revision.add_rule(rule);
    revision.add_confidence(edit.confidence);
  }
  new_text.append(old_text.substr(copied));
  *message().mutable_text() = std::move(new_text);

  PositionMap map(revision.alignment(), PositionMap::Direction::kForward);
  for (std::size_t i = 0; i < state_->layer_count; ++i) RemapLayer(*state_->layers[i], map);
  return Ok();
}

std::uint32_t Document::revisions() const {
  return static_cast<std::uint32_t>(message().revisions_size());
}

std::string_view Document::RevisionStep(std::uint32_t revision) const {
  return message().revisions(static_cast<int>(revision)).step();
}

std::vector<RevisionEdit> Document::RevisionEdits(std::uint32_t revision) const {
  const v1::Revision& data = message().revisions(static_cast<int>(revision));
  const v1::Alignment& alignment = data.alignment();
  std::vector<RevisionEdit> edits;
  edits.reserve(static_cast<std::size_t>(alignment.begin_size()));
  std::uint32_t removed_at = 0, inserted_at = 0;
  for (int i = 0; i < alignment.begin_size(); ++i) {
    const std::uint32_t begin = alignment.begin(i), removed = alignment.removed(i),
                        inserted = alignment.inserted(i);
    const std::uint32_t after = begin - removed_at + inserted_at;
    edits.push_back({{begin, begin + removed},
                     {after, after + inserted},
                     std::string_view(data.removed_text()).substr(removed_at, removed),
                     std::string_view(data.inserted_text()).substr(inserted_at, inserted),
                     message().strings(data.rule(i)),
                     data.confidence(i)});
    removed_at += removed;
    inserted_at += inserted;
  }
  return edits;
}

std::string Document::TextAt(std::uint32_t revision) const {
  std::string result(text());
  for (std::uint32_t r = revisions(); r > revision; --r) {
    result = internal::OlderText(message().revisions(static_cast<int>(r - 1)), result);
  }
  return result;
}

Span Document::Map(Span span, std::uint32_t from, std::uint32_t to) const {
  for (; from < to; ++from) {
    span = PositionMap(message().revisions(static_cast<int>(from)).alignment(),
                       PositionMap::Direction::kForward)(span);
  }
  for (; from > to; --from) {
    span = PositionMap(message().revisions(static_cast<int>(from - 1)).alignment(),
                       PositionMap::Direction::kBackward)(span);
  }
  return span;
}

Span Document::ToSource(Span span, std::uint32_t revision) const {
  return PositionMap(message().source().alignment(),
                     PositionMap::Direction::kBackward)(Map(span, revision, 0));
}

SourceMap::SourceMap(const Document& document) : SourceMap(document, document.revisions()) {}

SourceMap::SourceMap(const Document& document, std::uint32_t revision) {
  const v1::Document& message = document.message();
  for (int r = static_cast<int>(revision) - 1; r >= 0; --r) {
    maps_.emplace_back(message.revisions(r).alignment(), PositionMap::Direction::kBackward);
  }
  maps_.emplace_back(message.source().alignment(), PositionMap::Direction::kBackward);
}

SourceMap::~SourceMap() = default;

Span SourceMap::operator()(Span span) {
  for (PositionMap& map : maps_) span = map(span);
  return span;
}

LatestMap::LatestMap(const Document& document, std::uint32_t revision) {
  const v1::Document& message = document.message();
  for (int r = static_cast<int>(revision); r < message.revisions_size(); ++r)
    maps_.emplace_back(message.revisions(r).alignment(), PositionMap::Direction::kForward);
}

LatestMap::~LatestMap() = default;

Span LatestMap::operator()(Span span) {
  for (PositionMap& map : maps_) span = map(span);
  return span;
}

}  // namespace koppel
