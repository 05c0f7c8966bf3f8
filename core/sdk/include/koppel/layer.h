// Typed views over a document's annotations.
//
//   for (auto token : document.layer<Token>()) Use(token.text(), token[Token::kind]);
//   document.layer<Quote>().Add(span).Set(Quote::kind, Quote::Kind::kDirect).Set(Quote::rule,
//   "colon");
//
// A Layer and its Rows are cheap handles; they stay valid until the document is reset, its text is
// revised, or rows are removed or sorted. Rows may be added in any order: the host sorts each layer
// by (begin, end descending) when the step is done, and references to its rows follow. Not
// thread-safe: one document, one thread.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include "koppel/schema.h"
#include "koppel/span.h"

namespace koppel {

class Document;

// A row of layer T, by index; none by default.
template <class T>
struct Ref {
  std::int32_t index = -1;
  explicit operator bool() const { return index >= 0; }
  friend bool operator==(const Ref&, const Ref&) = default;
};

// Rows of layer T, as indexes. A view: of the document when read, of the caller's indexes when set.
template <class T>
class Refs {
 public:
  Refs() = default;
  explicit Refs(std::span<const std::int32_t> indexes) : indexes_(indexes) {}
  std::size_t size() const { return indexes_.size(); }
  bool empty() const { return indexes_.empty(); }
  Ref<T> operator[](std::size_t i) const { return {indexes_[i]}; }
  std::span<const std::int32_t> indexes() const { return indexes_; }

 private:
  std::span<const std::int32_t> indexes_;
};

// Handle of the feature at position I of its layer's kFeatures, with its C++ type:
// an enum class, std::string_view, std::int64_t, double, bool, Ref<Layer> or Refs<Layer>.
template <class V, std::size_t I>
struct Feature {};

// Value of an int feature that is not set.
inline constexpr std::int64_t kNoInt = std::numeric_limits<std::int64_t>::min();

namespace internal {

struct ColumnData {
  void* message = nullptr;  // v1::Column; null until the feature is first set
  std::int32_t* codes = nullptr;
  std::int64_t* ints = nullptr;
  double* floats = nullptr;
  std::uint32_t* list_end = nullptr;
  std::int32_t* list = nullptr;
  bool present() const { return message != nullptr; }
};

// One layer of one document: raw columns owned by the document's arena, kept in step by the
// document.
struct LayerData {
  const LayerSchema* schema = nullptr;
  void* message = nullptr;  // v1::Layer, opaque here to keep generated code out of plugin compiles
  std::uint32_t rows = 0;
  std::uint32_t* begin = nullptr;
  std::uint32_t* end = nullptr;
  bool sorted = true;
  bool changed = true;  // since Document::MarkStored
  ColumnData columns[kMaxFeatures];
};

// Implemented by the SDK library.
LayerData* FindLayer(const Document& document, std::string_view name);
LayerData* LookUp(const Document& document, std::string_view name);  // unseen by WatchLayers
LayerData* EnsureLayer(Document& document, const LayerSchema& schema);
std::uint32_t AddRow(LayerData& layer, Span span);
void ReserveRows(LayerData& layer, std::uint32_t rows);
void EnsureColumn(LayerData& layer, std::size_t feature);
std::int32_t InternString(Document& document, std::string_view value);
std::string_view StringAt(const Document& document, std::int32_t code);
void SetList(LayerData& layer, std::size_t feature, std::uint32_t row,
             std::span<const std::int32_t>);
void KeepRows(Document& document, LayerData& layer, const std::vector<bool>& keep);
std::string_view TextOf(const Document& document);

template <class V>
struct IsRef : std::false_type {};
template <class T>
struct IsRef<Ref<T>> : std::true_type {};
template <class V>
struct IsRefs : std::false_type {};
template <class T>
struct IsRefs<Refs<T>> : std::true_type {};

}  // namespace internal

// One annotation.
template <class T>
class Row {
 public:
  Row(Document* document, internal::LayerData* layer, std::uint32_t index)
      : document_(document), layer_(layer), index_(index) {}

  std::uint32_t index() const { return index_; }
  Ref<T> ref() const { return {static_cast<std::int32_t>(index_)}; }
  Span span() const { return {layer_->begin[index_], layer_->end[index_]}; }
  // The covered text; valid until the text is revised.
  std::string_view text() const { return span().In(internal::TextOf(*document_)); }

  // Whether the feature has a value.
  template <class V, std::size_t I>
  bool Has(Feature<V, I>) const;
  // The value. Where there is none: the enum's first value, "", kNoInt, NaN, false, no reference.
  template <class V, std::size_t I>
  V operator[](Feature<V, I>) const;
  // Lists are cheapest when set right after their row was added; they hold no references to
  // nothing.
  template <class V, std::size_t I>
  Row& Set(Feature<V, I>, std::type_identity_t<V> value);

 private:
  Document* document_;
  internal::LayerData* layer_;
  std::uint32_t index_;
};

template <class T>
class Layer {
 public:
  Layer(Document* document, internal::LayerData* data) : document_(document), data_(data) {}

  // Whether a step has made the layer, even if it is empty.
  bool exists() const { return data_ != nullptr; }
  std::uint32_t size() const { return data_ ? data_->rows : 0; }
  bool empty() const { return size() == 0; }
  Row<T> operator[](std::uint32_t index) const { return {document_, data_, index}; }
  Row<T> operator[](Ref<T> ref) const {
    return {document_, data_, static_cast<std::uint32_t>(ref.index)};
  }

  // Makes the layer if need be. Precondition: the span lies in the text, on code-point boundaries.
  Row<T> Add(Span span) {
    if (!data_) data_ = internal::EnsureLayer(*document_, T::kSchema);
    return {document_, data_, internal::AddRow(*data_, span)};
  }

  // Makes room for so many rows in all, and the layer if need be. Layers that grow row by row take
  // up to three times the memory.
  void Reserve(std::uint32_t rows) {
    if (!data_) data_ = internal::EnsureLayer(*document_, T::kSchema);
    internal::ReserveRows(*data_, rows);
  }

  // Removes the rows for which the predicate holds; references to them become none.
  template <class Predicate>
  void RemoveIf(Predicate predicate) {
    std::vector<bool> keep(size());
    for (std::uint32_t i = 0; i < size(); ++i) keep[i] = !predicate((*this)[i]);
    if (data_) internal::KeepRows(*document_, *data_, keep);
  }

  // Index of the first row that begins at `offset` or later. Precondition: the layer is sorted.
  std::uint32_t LowerBound(std::uint32_t offset) const {
    if (!data_) return 0;
    return static_cast<std::uint32_t>(
        std::lower_bound(data_->begin, data_->begin + data_->rows, offset) - data_->begin);
  }

  class Iterator {
   public:
    Iterator(const Layer* layer, std::uint32_t index) : layer_(layer), index_(index) {}
    Row<T> operator*() const { return (*layer_)[index_]; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    friend bool operator!=(const Iterator& a, const Iterator& b) { return a.index_ != b.index_; }

   private:
    const Layer* layer_;
    std::uint32_t index_;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size()}; }

 private:
  Document* document_;
  internal::LayerData* data_;
};

template <class T>
template <class V, std::size_t I>
bool Row<T>::Has(Feature<V, I>) const {
  const internal::ColumnData& column = layer_->columns[I];
  if (!column.present()) return false;
  if constexpr (internal::IsRefs<V>::value) {
    return column.list_end[index_] > (index_ ? column.list_end[index_ - 1] : 0);
  } else if constexpr (std::is_same_v<V, std::int64_t>) {
    return column.ints[index_] != kNoInt;
  } else if constexpr (std::is_same_v<V, double>) {
    return !std::isnan(column.floats[index_]);
  } else {
    return column.codes[index_] >= 0;
  }
}

template <class T>
template <class V, std::size_t I>
V Row<T>::operator[](Feature<V, I>) const {
  const internal::ColumnData& column = layer_->columns[I];
  if constexpr (internal::IsRefs<V>::value) {
    if (!column.list_end) return {};
    const std::uint32_t from = index_ ? column.list_end[index_ - 1] : 0;
    return V({column.list + from, column.list_end[index_] - from});
  } else if constexpr (std::is_same_v<V, std::int64_t>) {
    return column.ints ? column.ints[index_] : kNoInt;
  } else if constexpr (std::is_same_v<V, double>) {
    return column.floats ? column.floats[index_] : std::numeric_limits<double>::quiet_NaN();
  } else {
    const std::int32_t code = column.codes ? column.codes[index_] : -1;
    if constexpr (std::is_same_v<V, bool>) {
      return code > 0;
    } else if constexpr (std::is_same_v<V, std::string_view>) {
      return code < 0 ? std::string_view{} : internal::StringAt(*document_, code);
    } else if constexpr (internal::IsRef<V>::value) {
      return V{code};
    } else {
      return static_cast<V>(std::max(code, 0));
    }
  }
}

template <class T>
template <class V, std::size_t I>
Row<T>& Row<T>::Set(Feature<V, I>, std::type_identity_t<V> value) {
  internal::ColumnData& column = layer_->columns[I];
  if (!column.present()) internal::EnsureColumn(*layer_, I);
  layer_->changed = true;
  if constexpr (internal::IsRefs<V>::value) {
    internal::SetList(*layer_, I, index_, value.indexes());
  } else if constexpr (std::is_same_v<V, std::int64_t>) {
    column.ints[index_] = value;
  } else if constexpr (std::is_same_v<V, double>) {
    column.floats[index_] = value;
  } else if constexpr (std::is_same_v<V, std::string_view>) {
    column.codes[index_] = internal::InternString(*document_, value);
  } else if constexpr (internal::IsRef<V>::value) {
    column.codes[index_] = value.index;
  } else {
    column.codes[index_] = static_cast<std::int32_t>(value);
  }
  return *this;
}

}  // namespace koppel
