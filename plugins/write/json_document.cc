#include "json_document.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>
#include <cstdlib>
#include <new>

#include "koppel/io.h"
#include "valid_utf8.h"

namespace koppel::write {
namespace {

// RapidJSON's own goes on with a null pointer where there is no memory left.
class ThrowingAllocator {
 public:
  [[maybe_unused]] static const bool kNeedFree = true;  // RapidJSON's name
  void* Malloc(std::size_t size) { return size == 0 ? nullptr : Checked(std::malloc(size)); }
  void* Realloc(void* old, std::size_t, std::size_t size) {
    if (size > 0) return Checked(std::realloc(old, size));
    std::free(old);
    return nullptr;
  }
  static void Free(void* memory) { std::free(memory); }

 private:
  static void* Checked(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
  }
};

using Buffer = rapidjson::GenericStringBuffer<rapidjson::UTF8<>, ThrowingAllocator>;

// Bytes that are handed on at once.
constexpr std::size_t kPassed = std::size_t{1} << 16;

// What the object of a large document may take. Room that is not used costs nothing, but growing
// means to hold the bytes twice.
std::size_t EstimatedSize(const Document& document) {
  constexpr std::size_t kFixed = 1024, kRow = 96, kFeature = 16;
  std::size_t size = kFixed + document.text().size() + document.text().size() / 8;
  for (std::size_t i = 0; i < document.layer_count(); ++i) {
    const internal::LayerData& layer = document.layer_at(i);
    for (std::size_t f = 0; f < layer.schema->features.size(); ++f) {
      if (layer.columns[f].present())
        size += layer.rows * (kFeature + layer.schema->features[f].name.size());
    }
    size += layer.rows * kRow;
  }
  return size;
}

class JsonDocument {
 public:
  JsonDocument(const Document& document, const JsonOptions& options, std::string& out)
      : document_(document),
        options_(options),
        out_(out),
        offset_(document.text(), options.unit),
        source_(document) {}

  void Write() {
    writer_.StartObject();
    Member("id", document_.id());
    Source();
    Member("text", document_.text());
    Metadata();
    Member("offset_unit", Name(options_.unit));
    Layers();
    writer_.EndObject();
    Pass();
  }

 private:
  // Hands on what is written so far, so that it is not in memory twice.
  void Pass() {
    out_.append(buffer_.GetString(), buffer_.GetSize());
    buffer_.Clear();
  }

  void Key(std::string_view name) {
    writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
  }

  void String(std::string_view value) {
    const std::string_view valid = ValidUtf8(value, scratch_);
    writer_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
  }

  void Member(std::string_view name, std::string_view value) {
    Key(name);
    String(value);
  }

  void Member(std::string_view name, std::uint64_t value) {
    Key(name);
    writer_.Uint64(value);
  }

  void Source() {
    const koppel::Source source = document_.source();
    Key("source");
    writer_.StartObject();
    Member("uri", source.uri);
    Member("sha256", Hex(source.sha256));
    Member("media_type", source.media_type);
    Member("content", koppel::Name(source.content));
    Member("size", source.size);
    writer_.EndObject();
  }

  void Metadata() {
    Key("metadata");
    writer_.StartObject();
    for (std::size_t i = 0; i < document_.metadata_size(); ++i) {
      const auto [key, value] = document_.metadata_at(i);
      Key(ValidUtf8(key, scratch_));
      String(value);
    }
    writer_.EndObject();
  }

  void Layers() {
    Key("layers");
    writer_.StartObject();
    for (std::size_t i = 0; i < document_.layer_count(); ++i) {
      const internal::LayerData& layer = document_.layer_at(i);
      if (options_.wants_layer && !options_.wants_layer(layer.schema->name)) continue;
      Key(layer.schema->name);
      writer_.StartArray();
      for (std::uint32_t row = 0; row < layer.rows; ++row) {
        Row(layer, row);
        if (buffer_.GetSize() >= kPassed) Pass();
      }
      writer_.EndArray();
    }
    writer_.EndObject();
  }

  void Row(const internal::LayerData& layer, std::uint32_t row) {
    const Span span{layer.begin[row], layer.end[row]};
    const Span source = source_(span);
    writer_.StartObject();
    Member("begin", std::uint64_t{offset_(span.begin)});
    Member("end", std::uint64_t{offset_(span.end)});
    Member("source_begin", std::uint64_t{source.begin});
    Member("source_end", std::uint64_t{source.end});
    for (std::size_t f = 0; f < layer.schema->features.size(); ++f) {
      if (layer.columns[f].present()) Feature(layer.schema->features[f], layer.columns[f], row);
    }
    writer_.EndObject();
  }

  void Feature(const FeatureInfo& info, const internal::ColumnData& column, std::uint32_t row) {
    switch (info.type) {
      case FeatureType::kInt:
        if (column.ints[row] == kNoInt) return;
        Key(info.name);
        writer_.Int64(column.ints[row]);
        return;
      case FeatureType::kFloat:
        if (!std::isfinite(column.floats[row])) return;
        Key(info.name);
        writer_.Double(column.floats[row]);
        return;
      case FeatureType::kReferences:
        List(info, column, row);
        return;
      default:
        if (column.codes[row] >= 0) Code(info, column.codes[row]);
    }
  }

  void Code(const FeatureInfo& info, std::int32_t code) {
    Key(info.name);
    switch (info.type) {
      case FeatureType::kEnum:
        String(info.values[static_cast<std::size_t>(code)]);
        break;
      case FeatureType::kString:
        String(internal::StringAt(document_, code));
        break;
      case FeatureType::kBool:
        writer_.Bool(code != 0);
        break;
      default:
        writer_.Int(code);
    }
  }

  void List(const FeatureInfo& info, const internal::ColumnData& column, std::uint32_t row) {
    const std::uint32_t from = row ? column.list_end[row - 1] : 0;
    if (from == column.list_end[row]) return;
    Key(info.name);
    writer_.StartArray();
    for (std::uint32_t i = from; i < column.list_end[row]; ++i) writer_.Int(column.list[i]);
    writer_.EndArray();
  }

  const Document& document_;
  const JsonOptions& options_;
  std::string& out_;
  OffsetConverter offset_;
  SourceMap source_;
  Buffer buffer_;
  rapidjson::Writer<Buffer, rapidjson::UTF8<>, rapidjson::UTF8<>, ThrowingAllocator> writer_{
      buffer_};
  std::string scratch_;
};

}  // namespace

void AppendJson(const Document& document, const JsonOptions& options, std::string& out) {
  out.reserve(out.size() + EstimatedSize(document));
  JsonDocument(document, options, out).Write();
}

}  // namespace koppel::write
