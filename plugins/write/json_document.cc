#include "json_document.h"

#include <cmath>

#include "koppel/features.h"
#include "koppel/io.h"
#include "koppel/json/json_writer.h"
#include "valid_utf8.h"

namespace koppel::write {
namespace {

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
    json_.Object([&] {
      Member("id", document_.id());
      Source();
      Member("text", document_.text());
      Metadata();
      Member("offset_unit", Name(options_.unit));
      Layers();
    });
    json_.PassTo(out_);
  }

 private:
  void Member(std::string_view name, std::string_view value) {
    json_.Field(name, ValidUtf8(value, scratch_));
  }

  void Source() {
    const koppel::Source source = document_.source();
    json_.Object("source", [&] {
      Member("uri", source.uri);
      Member("sha256", Hex(source.sha256));
      Member("media_type", source.media_type);
      Member("content", koppel::Name(source.content));
      json_.Field("size", source.size);
    });
  }

  void Metadata() {
    json_.Object("metadata", [&] {
      for (std::size_t i = 0; i < document_.metadata_size(); ++i) {
        const auto [key, value] = document_.metadata_at(i);
        json_.Key(ValidUtf8(key, scratch_));
        json_.Value(ValidUtf8(value, scratch_));
      }
    });
  }

  void Layers() {
    json_.Object("layers", [&] {
      for (std::size_t i = 0; i < document_.layer_count(); ++i) {
        const internal::LayerData& layer = document_.layer_at(i);
        if (options_.wants_layer && !options_.wants_layer(layer.schema->name)) continue;
        json_.Items(layer.schema->name, [&] {
          for (std::uint32_t row = 0; row < layer.rows; ++row) Row(layer, row);
        });
      }
    });
  }

  void Row(const internal::LayerData& layer, std::uint32_t row) {
    const Span span{layer.begin[row], layer.end[row]};
    const Span source = source_(span);
    json_.Object([&] {
      json_.Field("begin", offset_(span.begin));
      json_.Field("end", offset_(span.end));
      json_.Field("source_begin", source.begin);
      json_.Field("source_end", source.end);
      ForEachFeature(
          document_, layer, row,
          [&](const FeatureInfo& info, const FeatureValue& value) { Feature(info, value); });
    });
    if (json_.size() >= kPassed) json_.PassTo(out_);
  }

  void Feature(const FeatureInfo& info, const FeatureValue& value) {
    if (const auto* text = std::get_if<std::string_view>(&value)) return Member(info.name, *text);
    if (const auto* number = std::get_if<double>(&value); number && !std::isfinite(*number)) return;
    json_.Key(info.name);
    std::visit([&](const auto& held) { Value(info, held); }, value);
  }

  template <class T>
  void Value(const FeatureInfo&, const T& value) {
    json_.Value(value);
  }
  void Value(const FeatureInfo& info, const FeatureRef& ref) {
    info.type == FeatureType::kReferences ? json_.Value(ref.rows) : json_.Value(ref.rows.front());
  }

  const Document& document_;
  const JsonOptions& options_;
  std::string& out_;
  OffsetConverter offset_;
  SourceMap source_;
  CompactJson json_;
  std::string scratch_;
};

}  // namespace

void AppendJson(const Document& document, const JsonOptions& options, std::string& out) {
  out.reserve(out.size() + EstimatedSize(document));
  JsonDocument(document, options, out).Write();
}

}  // namespace koppel::write
