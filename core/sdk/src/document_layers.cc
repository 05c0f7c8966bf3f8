#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "document_state.h"
#include "koppel/utf8.h"

namespace koppel {
namespace internal {
namespace {

v1::Column& MessageOf(ColumnData& column) { return *static_cast<v1::Column*>(column.message); }

// One more row, without a value.
void AddNone(ColumnData& column, FeatureType type) {
  v1::Column& message = MessageOf(column);
  switch (type) {
    case FeatureType::kInt:
      message.add_ints(kNoInt);
      break;
    case FeatureType::kFloat:
      message.add_floats(std::nan(""));
      break;
    case FeatureType::kReferences:
      message.add_list_end(static_cast<std::uint32_t>(message.list_size()));
      break;
    default:
      message.add_codes(-1);
  }
}

// Room for values of the column's type.
void Reserve(ColumnData& column, FeatureType type, int rows) {
  v1::Column& message = MessageOf(column);
  switch (type) {
    case FeatureType::kInt:
      message.mutable_ints()->Reserve(rows);
      break;
    case FeatureType::kFloat:
      message.mutable_floats()->Reserve(rows);
      break;
    case FeatureType::kReferences:
      message.mutable_list_end()->Reserve(rows);
      break;
    default:
      message.mutable_codes()->Reserve(rows);
  }
}

template <class Field>
void Reorder(Field& field, const std::vector<std::uint32_t>& order) {
  if (field.empty()) return;
  const Field old = field;
  field.Truncate(static_cast<int>(order.size()));
  for (std::size_t i = 0; i < order.size(); ++i)
    field[static_cast<int>(i)] = old[static_cast<int>(order[i])];
}

void ReorderLists(v1::Column& column, const std::vector<std::uint32_t>& order) {
  if (column.list_end_size() == 0) return;
  const auto ends = column.list_end();
  const auto list = column.list();
  column.clear_list_end();
  column.clear_list();
  for (const std::uint32_t row : order) {
    const std::uint32_t from = row ? ends[static_cast<int>(row) - 1] : 0;
    for (std::uint32_t i = from; i < ends[static_cast<int>(row)]; ++i)
      column.add_list(list[static_cast<int>(i)]);
    column.add_list_end(static_cast<std::uint32_t>(column.list_size()));
  }
}

// A list has no places for none: what refers nowhere leaves it.
void DropNone(v1::Column& column) {
  auto& list = *column.mutable_list();
  int kept = 0, i = 0;
  for (std::uint32_t& end : *column.mutable_list_end()) {
    for (; i < static_cast<int>(end); ++i) {
      if (list[i] >= 0) list[kept++] = list[i];
    }
    end = static_cast<std::uint32_t>(kept);
  }
  list.Truncate(kept);
}

void RemapReferences(LayerData& layer, std::string_view target,
                     const std::vector<std::int32_t>& new_row) {
  for (std::size_t f = 0; f < layer.schema->features.size(); ++f) {
    if (layer.schema->features[f].target != target || !layer.columns[f].present()) continue;
    v1::Column& column = MessageOf(layer.columns[f]);
    for (auto* codes : {column.mutable_codes(), column.mutable_list()}) {
      for (std::int32_t& code : *codes)
        code = code < 0 ? -1 : new_row[static_cast<std::size_t>(code)];
    }
    DropNone(column);
    layer.changed = true;
  }
}

}  // namespace

void RefreshColumn(ColumnData& column) {
  v1::Column& message = MessageOf(column);
  column.codes = message.mutable_codes()->mutable_data();
  column.ints = message.mutable_ints()->mutable_data();
  column.floats = message.mutable_floats()->mutable_data();
  column.list_end = message.mutable_list_end()->mutable_data();
  column.list = message.mutable_list()->mutable_data();
}

void RefreshLayer(LayerData& layer) {
  v1::Layer& message = MessageOf(layer);
  layer.rows = static_cast<std::uint32_t>(message.begin_size());
  layer.begin = message.mutable_begin()->mutable_data();
  layer.end = message.mutable_end()->mutable_data();
  for (ColumnData& column : layer.columns) {
    if (column.present()) RefreshColumn(column);
  }
}

LayerData* FindLayer(const Document& document, std::string_view name) {
  if (auto* asked = document.state_->asked) asked->push_back(name);
  return LookUp(document, name);
}

LayerData* LookUp(const Document& document, std::string_view name) {
  const Document::State& state = *document.state_;
  for (std::size_t i = 0; i < state.layer_count; ++i) {
    if (state.layers[i]->schema->name == name) return state.layers[i].get();
  }
  return nullptr;
}

LayerData* EnsureLayer(Document& document, const LayerSchema& schema) {
  if (LayerData* have = FindLayer(document, schema.name)) return have;
  Document::State& state = *document.state_;
  if (state.layer_count == state.layers.size())
    state.layers.push_back(std::make_unique<LayerData>());
  LayerData& layer = *state.layers[state.layer_count++];
  layer = LayerData{};
  layer.schema = &schema;
  v1::Layer* message = state.message->add_layers();
  message->set_name(schema.name.data(), schema.name.size());
  layer.message = message;
  return &layer;
}

void ReserveRows(LayerData& layer, std::uint32_t rows) {
  v1::Layer& message = MessageOf(layer);
  const auto count = static_cast<int>(rows);
  message.mutable_begin()->Reserve(count);
  message.mutable_end()->Reserve(count);
  for (std::size_t f = 0; f < layer.schema->features.size(); ++f) {
    if (layer.columns[f].present())
      Reserve(layer.columns[f], layer.schema->features[f].type, count);
  }
  RefreshLayer(layer);
}

void EnsureColumn(LayerData& layer, std::size_t feature) {
  ColumnData& column = layer.columns[feature];
  if (column.present()) return;
  v1::Column* message = MessageOf(layer).add_columns();
  const FeatureInfo& info = layer.schema->features[feature];
  message->set_name(info.name.data(), info.name.size());
  column.message = message;
  Reserve(column, info.type, MessageOf(layer).begin().Capacity());
  for (std::uint32_t i = 0; i < layer.rows; ++i) AddNone(column, info.type);
  RefreshColumn(column);
}

std::uint32_t AddRow(LayerData& layer, Span span) {
  v1::Layer& message = MessageOf(layer);
  if (layer.rows > 0 && OutOfOrder({layer.begin[layer.rows - 1], layer.end[layer.rows - 1]}, span))
    layer.sorted = false;
  message.add_begin(span.begin);
  message.add_end(span.end);
  for (std::size_t f = 0; f < layer.schema->features.size(); ++f) {
    if (layer.columns[f].present()) AddNone(layer.columns[f], layer.schema->features[f].type);
  }
  RefreshLayer(layer);
  layer.changed = true;
  return layer.rows - 1;
}

void SetList(LayerData& layer, std::size_t feature, std::uint32_t row,
             std::span<const std::int32_t> values) {
  v1::Column& column = MessageOf(layer.columns[feature]);
  auto& list = *column.mutable_list();
  auto& ends = *column.mutable_list_end();
  const auto index = static_cast<int>(row);
  const std::uint32_t from = row ? ends[index - 1] : 0;
  // Rows behind this one keep theirs: take them off, and put them back shifted.
  const std::vector<std::int32_t> behind(list.begin() + static_cast<int>(ends[index]), list.end());
  list.Truncate(static_cast<int>(from));
  std::copy_if(values.begin(), values.end(), google::protobuf::RepeatedFieldBackInserter(&list),
               [](std::int32_t value) { return value >= 0; });
  const auto shift = static_cast<std::uint32_t>(list.size()) - ends[index];
  list.Add(behind.begin(), behind.end());
  for (int i = index; i < ends.size(); ++i) ends[i] += shift;
  RefreshColumn(layer.columns[feature]);
}

std::int32_t InternString(Document& document, std::string_view value) {
  Document::State& state = *document.state_;
  if (const auto found = state.interned.find(value); found != state.interned.end())
    return found->second;
  const std::string& stored = *state.message->add_strings() = std::string(value);
  const std::int32_t code = state.message->strings_size() - 1;
  state.interned.emplace(stored, code);
  return code;
}

std::string_view StringAt(const Document& document, std::int32_t code) {
  return document.state_->message->strings(code);
}

std::string_view TextOf(const Document& document) { return document.text(); }

Status CheckSpans(const LayerData& layer, std::string_view text) {
  for (std::uint32_t row = 0; row < layer.rows; ++row) {
    const std::uint32_t begin = layer.begin[row], end = layer.end[row];
    const bool inside = begin <= end && end <= text.size();
    if (inside && OnBoundary(text, begin) && OnBoundary(text, end)) continue;
    return Internal(fmt::format("{}#{} at {}..{} {} of {} bytes", layer.schema->name, row, begin,
                                end, inside ? "splits a code point in the text" : "leaves the text",
                                text.size()));
  }
  return Ok();
}

Status CheckReferences(const Document& document, const LayerData& layer, std::size_t feature) {
  const FeatureInfo& info = layer.schema->features[feature];
  const ColumnData& column = layer.columns[feature];
  if (info.target.empty() || !column.present()) return Ok();
  const LayerData* target = LookUp(document, info.target);
  const auto rows = static_cast<std::int32_t>(target ? target->rows : 0);
  const v1::Column& message = *static_cast<const v1::Column*>(column.message);
  for (const auto* codes : {&message.codes(), &message.list()}) {
    const auto wrong = std::find_if(codes->begin(), codes->end(),
                                    [rows](std::int32_t code) { return code >= rows; });
    if (wrong == codes->end()) continue;
    return Internal(fmt::format("{}.{} refers to {}#{}, which is not there", layer.schema->name,
                                info.name, info.target, *wrong));
  }
  return Ok();
}

void ReorderRows(Document& document, LayerData& layer, const std::vector<std::uint32_t>& order) {
  std::vector<std::int32_t> new_row(layer.rows, -1);
  for (std::size_t i = 0; i < order.size(); ++i) new_row[order[i]] = static_cast<std::int32_t>(i);
  v1::Layer& message = MessageOf(layer);
  Reorder(*message.mutable_begin(), order);
  Reorder(*message.mutable_end(), order);
  for (v1::Column& column : *message.mutable_columns()) {
    Reorder(*column.mutable_codes(), order);
    Reorder(*column.mutable_ints(), order);
    Reorder(*column.mutable_floats(), order);
    ReorderLists(column, order);
  }
  layer.changed = true;
  for (std::size_t i = 0; i < document.layer_count(); ++i) {
    LayerData* other = LookUp(document, document.layer_at(i).schema->name);
    RemapReferences(*other, layer.schema->name, new_row);
  }
  RefreshLayer(layer);
}

void KeepRows(Document& document, LayerData& layer, const std::vector<bool>& keep) {
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < keep.size(); ++i) {
    if (keep[i]) order.push_back(i);
  }
  if (order.size() < keep.size()) ReorderRows(document, layer, order);
}

}  // namespace internal

std::size_t Document::layer_count() const { return state_->layer_count; }
const internal::LayerData& Document::layer_at(std::size_t index) const {
  return *state_->layers[index];
}

void Document::WatchLayers(std::vector<std::string_view>* asked) { state_->asked = asked; }

void Document::RemoveLayer(std::string_view name) {
  internal::LayerData* layer = internal::FindLayer(*this, name);
  if (!layer) return;
  internal::KeepRows(*this, *layer, std::vector<bool>(layer->rows, false));
  const auto at = std::find_if(state_->layers.begin(), state_->layers.end(),
                               [layer](const auto& slot) { return slot.get() == layer; });
  const auto index = static_cast<int>(at - state_->layers.begin());
  state_->message->mutable_layers()->DeleteSubrange(index, 1);
  std::rotate(at, at + 1,
              state_->layers.begin() + static_cast<std::ptrdiff_t>(state_->layer_count));
  --state_->layer_count;
}

void Document::Seal() {
  for (std::size_t i = 0; i < state_->layer_count; ++i) {
    internal::LayerData& layer = *state_->layers[i];
    if (layer.sorted) continue;
    std::vector<std::uint32_t> order(layer.rows);
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(), [&layer](std::uint32_t a, std::uint32_t b) {
      return internal::OutOfOrder({layer.begin[b], layer.end[b]}, {layer.begin[a], layer.end[a]});
    });
    internal::ReorderRows(*this, layer, order);
    layer.sorted = true;
  }
}

Status Document::CheckLayer(std::string_view name) const {
  const internal::LayerData* layer = internal::LookUp(*this, name);
  if (!layer) return Ok();
  KOPPEL_RETURN_IF_ERROR(internal::CheckSpans(*layer, text()));
  for (std::size_t f = 0; f < layer->schema->features.size(); ++f) {
    KOPPEL_RETURN_IF_ERROR(internal::CheckReferences(*this, *layer, f));
  }
  return Ok();
}

void Document::AdoptLayers(std::span<const LayerSchema* const> schemas) {
  state_->layer_count = 0;
  for (v1::Layer& message : *state_->message->mutable_layers()) {
    const auto schema = std::find_if(schemas.begin(), schemas.end(), [&](const LayerSchema* s) {
      return s->name == message.name();
    });
    if (state_->layer_count == state_->layers.size()) {
      state_->layers.push_back(std::make_unique<internal::LayerData>());
    }
    internal::LayerData& layer = *state_->layers[state_->layer_count++];
    layer = internal::LayerData{};
    layer.schema = *schema;
    layer.message = &message;
    for (v1::Column& column : *message.mutable_columns()) {
      layer.columns[FindFeature(**schema, column.name())].message = &column;
    }
    internal::RefreshLayer(layer);
  }
  for (int i = 0; i < state_->message->strings_size(); ++i)
    state_->interned.emplace(state_->message->strings(i), i);
}

}  // namespace koppel
