#include <fmt/format.h>
#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include <limits>

#include "codec_check.h"

namespace koppel::internal {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

constexpr std::size_t kMaxMessages = 1 << 16;
// Strings of a table differ, so that few can be this short: the empty one and those of one ASCII
// character.
constexpr std::size_t kMaxShortStrings = 129;

class Scanner {
 public:
  explicit Scanner(CodedInputStream& input) : input_(input) {}

  Status Message(const Descriptor& type) {
    if (++messages_ > kMaxMessages)
      return BadInput(fmt::format("more than {} parts", kMaxMessages));
    for (std::uint32_t tag = input_.ReadTag(); tag != 0; tag = input_.ReadTag()) {
      const FieldDescriptor* field = type.FindFieldByNumber(WireFormatLite::GetTagFieldNumber(tag));
      if (!field || !Fits(*field, WireFormatLite::GetTagWireType(tag))) {
        return BadInput(fmt::format("{} has a field {} that this version doesn't know", type.name(),
                                    WireFormatLite::GetTagFieldNumber(tag)));
      }
      KOPPEL_RETURN_IF_ERROR(Field(*field, tag));
    }
    return input_.ConsumedEntireMessage() ? Ok() : Damaged(type);
  }

 private:
  static bool Fits(const FieldDescriptor& field, WireFormatLite::WireType type) {
    const auto declared = static_cast<WireFormatLite::FieldType>(field.type());
    if (type == WireFormatLite::WireTypeForFieldType(declared)) return true;
    return field.is_packable() && type == WireFormatLite::WIRETYPE_LENGTH_DELIMITED;
  }

  static Status Damaged(const Descriptor& type) {
    return BadInput(fmt::format("{} is damaged", type.name()));
  }

  Status Field(const FieldDescriptor& field, std::uint32_t tag) {
    if (field.type() == FieldDescriptor::TYPE_MESSAGE) return Submessage(*field.message_type());
    if (field.type() == FieldDescriptor::TYPE_BYTES && field.is_repeated())
      return TableString(field);
    if (WireFormatLite::SkipField(&input_, tag)) return Ok();
    return Damaged(*field.containing_type());
  }

  Status Submessage(const Descriptor& type) {
    int size = 0;
    if (!input_.ReadVarintSizeAsInt(&size) || size > input_.BytesUntilLimit()) return Damaged(type);
    const CodedInputStream::Limit outer = input_.PushLimit(size);
    KOPPEL_RETURN_IF_ERROR(Message(type));
    input_.PopLimit(outer);
    return Ok();
  }

  Status TableString(const FieldDescriptor& field) {
    int size = 0;
    if (!input_.ReadVarintSizeAsInt(&size) || !input_.Skip(size))
      return Damaged(*field.containing_type());
    if (size < 2 && ++short_strings_ > kMaxShortStrings)
      return BadInput("the string table repeats itself");
    return Ok();
  }

  CodedInputStream& input_;
  std::size_t messages_ = 0;
  std::size_t short_strings_ = 0;
};

}  // namespace

Status ScanWire(std::string_view bytes, const Descriptor& type) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return BadInput(
        fmt::format("{} of {} bytes; at most 2 GiB can be read", type.name(), bytes.size()));
  }
  const auto size = static_cast<int>(bytes.size());
  CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()), size);
  input.PushLimit(size);
  return Scanner(input).Message(type);
}

}  // namespace koppel::internal
