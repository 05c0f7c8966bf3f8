#include "lock/schema_digest.h"

#include <google/protobuf/descriptor.h>

#include <map>
#include <vector>

#include "canonical_hash.h"
#include "koppel/io.h"
#include "koppel/layers.h"
#include "koppel/registry/sidecar.h"
#include "koppel/v1/document.pb.h"
#include "lock/lock_paths.h"

namespace koppel::internal {
namespace {

void AddEnum(CanonicalHash& hash, const google::protobuf::EnumDescriptor& type) {
  hash.Text(type.full_name());
  hash.U64(static_cast<std::uint64_t>(type.value_count()));
  for (int i = 0; i < type.value_count(); ++i) {
    hash.Text(type.value(i)->name());
    hash.U32(static_cast<std::uint32_t>(type.value(i)->number()));
  }
}

void AddField(CanonicalHash& hash, const google::protobuf::FieldDescriptor& field) {
  hash.Text(field.name());
  hash.U32(static_cast<std::uint32_t>(field.number()));
  hash.Text(field.type_name());
  hash.U32(field.is_repeated() ? 1 : 0);
  hash.U32(field.is_packed() ? 1 : 0);
  hash.Text(field.message_type() ? field.message_type()->full_name() : std::string());
  hash.Text(field.enum_type() ? field.enum_type()->full_name() : std::string());
}

void AddMessage(CanonicalHash& hash, const google::protobuf::Descriptor& type) {
  hash.Text(type.full_name());
  // By number: the order in the file means nothing.
  std::map<int, const google::protobuf::FieldDescriptor*> fields;
  for (int i = 0; i < type.field_count(); ++i) fields[type.field(i)->number()] = type.field(i);
  hash.U64(fields.size());
  for (const auto& [number, field] : fields) AddField(hash, *field);
  for (int i = 0; i < type.enum_type_count(); ++i) AddEnum(hash, *type.enum_type(i));
  for (int i = 0; i < type.nested_type_count(); ++i) AddMessage(hash, *type.nested_type(i));
}

void AddLayer(CanonicalHash& hash, const LayerDescription& layer) {
  hash.Text(layer.name);
  hash.U64(layer.features.size());
  for (const FeatureDescription& feature : layer.features) {
    hash.Text(feature.name);
    hash.Text(Name(feature.type));
    hash.Text(feature.target);
    hash.Text(feature.unit);
    hash.U64(feature.values.size());
    for (const std::string& value : feature.values) hash.Text(value);
  }
}

}  // namespace

std::string DocumentSchemaDigest() {
  CanonicalHash hash;
  const google::protobuf::FileDescriptor& file = *v1::Document::descriptor()->file();
  for (int i = 0; i < file.enum_type_count(); ++i) AddEnum(hash, *file.enum_type(i));
  for (int i = 0; i < file.message_type_count(); ++i) AddMessage(hash, *file.message_type(i));
  return Hex(hash.Digest());
}

std::string LayersDigest(const Pipeline& pipeline) {
  std::map<std::string, LayerDescription> layers;
  for (const LayerSchema* schema : StandardLayers()) {
    LayerDescription layer = FromSchema(*schema);
    layers.emplace(layer.name, std::move(layer));
  }
  for (const auto& [name, plugin] : UsedPlugins(pipeline)) {
    for (const LayerDescription& layer : plugin->layers) layers.emplace(layer.name, layer);
  }
  CanonicalHash hash;
  for (const auto& [name, layer] : layers) AddLayer(hash, layer);
  return Hex(hash.Digest());
}

}  // namespace koppel::internal
