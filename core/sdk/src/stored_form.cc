#include "stored_form.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

#include <cstdint>

namespace koppel::internal {
namespace {

using google::protobuf::io::CodedOutputStream;

// All field numbers are below 16, so that a tag is one byte.
constexpr std::size_t kTag = 1;

std::uint32_t TagOf(int field) {
  constexpr std::uint32_t kLengthDelimited = 2;
  return static_cast<std::uint32_t>(field) << 3 | kLengthDelimited;
}

std::size_t FieldSize(std::size_t content) {
  return kTag + CodedOutputStream::VarintSize64(content) + content;
}

// Calls visit with the stored value of each row.
template <class Visit>
void ForEachBegin(const v1::Layer& layer, Visit visit) {
  std::uint32_t last = 0;
  for (const std::uint32_t begin : layer.begin()) {
    visit(begin - last);
    last = begin;
  }
}

template <class Visit>
void ForEachLength(const v1::Layer& layer, Visit visit) {
  for (int i = 0; i < layer.end_size(); ++i) visit(layer.end(i) - layer.begin(i));
}

struct LayerSize {
  std::size_t begin = 0, length = 0;  // of the values
  std::size_t whole = 0;

  explicit LayerSize(const v1::Layer& layer) {
    ForEachBegin(layer,
                 [this](std::uint32_t value) { begin += CodedOutputStream::VarintSize32(value); });
    ForEachLength(
        layer, [this](std::uint32_t value) { length += CodedOutputStream::VarintSize32(value); });
    if (!layer.name().empty()) whole += FieldSize(layer.name().size());
    if (begin > 0) whole += FieldSize(begin) + FieldSize(length);
    for (const v1::Column& column : layer.columns()) whole += FieldSize(column.ByteSizeLong());
  }
};

class Output {
 public:
  explicit Output(std::string& out) : bytes_(&out), coded_(&bytes_) {}

  void Bytes(int field, const std::string& value) {
    if (!value.empty()) Element(field, value);
  }
  void Element(int field, const std::string& value) {
    Head(field, value.size());
    coded_.WriteRaw(value.data(), static_cast<int>(value.size()));
  }
  template <class Message>
  void Submessage(int field, const Message& message) {
    Head(field, message.ByteSizeLong());
    message.SerializeWithCachedSizes(&coded_);
  }
  void Layer(int field, const v1::Layer& layer) {
    const auto write = [this](std::uint32_t value) { coded_.WriteVarint32(value); };
    const LayerSize size(layer);
    Head(field, size.whole);
    Bytes(v1::Layer::kNameFieldNumber, layer.name());
    if (size.begin > 0) {
      Head(v1::Layer::kBeginFieldNumber, size.begin);
      ForEachBegin(layer, write);
      Head(v1::Layer::kEndFieldNumber, size.length);
      ForEachLength(layer, write);
    }
    for (const v1::Column& column : layer.columns())
      Submessage(v1::Layer::kColumnsFieldNumber, column);
  }
  void Enum(int field, std::uint32_t value) {
    coded_.WriteTag(static_cast<std::uint32_t>(field) << 3);
    coded_.WriteVarint32(value);
  }

 private:
  void Head(int field, std::size_t size) {
    coded_.WriteTag(TagOf(field));
    coded_.WriteVarint32(static_cast<std::uint32_t>(size));
  }

  google::protobuf::io::StringOutputStream bytes_;
  CodedOutputStream coded_;
};

}  // namespace

std::size_t StoredSize(const v1::Document& document) {
  constexpr std::size_t kCoding = 2;
  std::size_t size = document.ByteSizeLong() + kCoding;
  for (const v1::Layer& layer : document.layers()) {
    size -= FieldSize(layer.ByteSizeLong());
    size += FieldSize(LayerSize(layer).whole);
  }
  return size;
}

void AppendStored(const v1::Document& document, std::string& out) {
  out.reserve(out.size() + StoredSize(document));
  Output output(out);
  output.Bytes(v1::Document::kIdFieldNumber, document.id());
  if (document.has_source()) output.Submessage(v1::Document::kSourceFieldNumber, document.source());
  output.Bytes(v1::Document::kTextFieldNumber, document.text());
  for (const v1::Metadata& entry : document.metadata())
    output.Submessage(v1::Document::kMetadataFieldNumber, entry);
  for (const v1::Layer& layer : document.layers())
    output.Layer(v1::Document::kLayersFieldNumber, layer);
  for (const v1::Revision& revision : document.revisions())
    output.Submessage(v1::Document::kRevisionsFieldNumber, revision);
  for (const std::string& string : document.strings())
    output.Element(v1::Document::kStringsFieldNumber, string);
  output.Enum(v1::Document::kCodingFieldNumber, v1::DELTA);
}

}  // namespace koppel::internal
