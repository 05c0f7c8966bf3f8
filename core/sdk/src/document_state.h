// What a Document owns; shared by the files that implement it.
#pragma once

#include <google/protobuf/arena.h>

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "koppel/document.h"
#include "koppel/v1/document.pb.h"

namespace koppel {

struct Document::State {
  State();
  void Reset();

  // Declared before the arena: it must outlive it.
  std::unique_ptr<char[]> block;
  google::protobuf::Arena arena;
  v1::Document* message = nullptr;
  // Slots are kept between documents; the first `layer_count` are in use, in the order of
  // message->layers().
  std::vector<std::unique_ptr<internal::LayerData>> layers;
  std::size_t layer_count = 0;
  std::unordered_map<std::string_view, std::int32_t> interned;
  std::vector<std::string_view>* asked = nullptr;  // see Document::WatchLayers
  DocumentBaseline baseline;
};

namespace internal {

inline v1::Layer& MessageOf(LayerData& layer) { return *static_cast<v1::Layer*>(layer.message); }

// The order of rows: by begin, the longer one first.
inline bool OutOfOrder(Span earlier, Span later) {
  return earlier.begin > later.begin || (earlier.begin == later.begin && earlier.end < later.end);
}

// Sets the raw pointers anew after the message's arrays may have moved.
void RefreshLayer(LayerData& layer);
void RefreshColumn(ColumnData& column);

// Rearranges the rows: new row i is old row `order[i]`. References from all layers follow; those to
// rows that are left out become none.
void ReorderRows(Document& document, LayerData& layer, const std::vector<std::uint32_t>& order);

// The text before a revision, from the text after it. Precondition: they belong together.
std::string OlderText(const v1::Revision& revision, std::string_view newer);

// Writes a layer's spans as differences, the way they are stored.
void DeltaCode(v1::Layer& layer);

}  // namespace internal

// Maps positions over an alignment, in either direction. Remembers the last place, so that
// ascending queries are cheap.
class PositionMap {
 public:
  enum class Direction { kForward, kBackward };
  PositionMap(const v1::Alignment& alignment, Direction direction);

  // See Document::Apply and Document::Map for the rules.
  Span operator()(Span span);

 private:
  struct Stretch {
    std::uint32_t from_begin, from_end, to_begin, to_end;
  };
  // First stretch that ends after `position`, or ends there and is not empty.
  std::size_t Find(std::uint32_t position);
  std::uint32_t Begin(std::uint32_t position);
  std::uint32_t End(std::uint32_t position);
  std::uint32_t Shift(std::uint32_t position, std::size_t next) const;

  std::vector<Stretch> stretches_;
  std::size_t hint_ = 0;
  Direction direction_;
};

}  // namespace koppel
