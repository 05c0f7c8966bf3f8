#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "codec_check.h"
#include "koppel/codec.h"
#include "koppel/layers.h"

namespace koppel {
namespace {

Status CheckFeature(const v1::FeatureSchema& feature) {
  if (!v1::FeatureSchema_Type_IsValid(feature.type())) {
    return BadInput(fmt::format("feature '{}' has the unknown type {}", feature.name(),
                                static_cast<int>(feature.type())));
  }
  const bool refers = feature.type() == v1::FeatureSchema::REFERENCE ||
                      feature.type() == v1::FeatureSchema::REFERENCES;
  if (refers == feature.target().empty()) {
    return BadInput(
        fmt::format("feature '{}' must have a target layer exactly if it refers", feature.name()));
  }
  return Ok();
}

// An older or newer release may have fewer or more features and values at the end; what both have
// must agree.
Status CheckAgainstStandard(const LayerSchema& stored, const LayerSchema& standard) {
  for (const FeatureInfo& feature : stored.features) {
    const int known = FindFeature(standard, feature.name);
    if (known < 0)
      return BadInput(fmt::format("feature '{}' is not known to this version", feature.name));
    const FeatureInfo& own = standard.features[static_cast<std::size_t>(known)];
    const bool values_agree =
        feature.values.size() <= own.values.size() &&
        std::equal(feature.values.begin(), feature.values.end(), own.values.begin());
    if (feature.type != own.type || feature.target != own.target || !values_agree) {
      return BadInput(
          fmt::format("feature '{}' means something else in this version", feature.name));
    }
  }
  return Ok();
}

const LayerSchema* FindStandard(std::string_view name) {
  const auto standard = StandardLayers();
  const auto found = std::find_if(standard.begin(), standard.end(),
                                  [&](const auto* s) { return s->name == name; });
  return found == standard.end() ? nullptr : *found;
}

}  // namespace

void EncodeSchemas(std::span<const LayerSchema* const> schemas, std::string& out) {
  v1::SchemaSet set;
  for (const LayerSchema* schema : schemas) {
    v1::LayerSchema& layer = *set.add_layers();
    layer.set_name(std::string(schema->name));
    layer.set_help(std::string(schema->help));
    for (const FeatureInfo& info : schema->features) {
      v1::FeatureSchema& feature = *layer.add_features();
      feature.set_name(std::string(info.name));
      feature.set_type(static_cast<v1::FeatureSchema::Type>(info.type));
      feature.set_help(std::string(info.help));
      feature.set_unit(std::string(info.unit));
      feature.set_target(std::string(info.target));
      for (const std::string_view value : info.values) feature.add_values(std::string(value));
    }
  }
  set.AppendToString(&out);
}

// Deques, so that what the schemas point to stays where it is.
struct SchemaLibrary::Storage {
  v1::SchemaSet set;
  std::deque<std::vector<std::string_view>> values;
  std::deque<std::vector<FeatureInfo>> features;
  std::deque<LayerSchema> layers;
  std::vector<const LayerSchema*> schemas;

  Status Add(const v1::LayerSchema& layer);
  Status AddFeatures(const v1::LayerSchema& layer);
};

Status SchemaLibrary::Storage::AddFeatures(const v1::LayerSchema& layer) {
  if (static_cast<std::size_t>(layer.features_size()) > kMaxFeatures) {
    return BadInput(
        fmt::format("{} features; at most {} fit in a layer", layer.features_size(), kMaxFeatures));
  }
  std::vector<FeatureInfo>& list = features.emplace_back();
  for (const v1::FeatureSchema& feature : layer.features()) {
    KOPPEL_RETURN_IF_ERROR(CheckFeature(feature));
    const auto same = [&](const FeatureInfo& other) { return other.name == feature.name(); };
    if (feature.name().empty() || std::any_of(list.begin(), list.end(), same)) {
      return BadInput(fmt::format("feature '{}' has no name or is there twice", feature.name()));
    }
    const auto& names = values.emplace_back(feature.values().begin(), feature.values().end());
    list.push_back({feature.name(), static_cast<FeatureType>(feature.type()), feature.help(), names,
                    feature.target(), feature.unit()});
  }
  return Ok();
}

Status SchemaLibrary::Storage::Add(const v1::LayerSchema& layer) {
  const auto same = [&](const LayerSchema* other) { return other->name == layer.name(); };
  if (layer.name().empty() || std::any_of(schemas.begin(), schemas.end(), same)) {
    return BadInput("it has no name or is there twice");
  }
  KOPPEL_RETURN_IF_ERROR(AddFeatures(layer));
  layers.push_back({layer.name(), layer.help(), features.back()});
  schemas.push_back(&layers.back());
  const LayerSchema* standard = FindStandard(layer.name());
  return standard ? CheckAgainstStandard(layers.back(), *standard) : Ok();
}

Result<std::unique_ptr<SchemaLibrary>> SchemaLibrary::Decode(std::string_view bytes) {
  KOPPEL_RETURN_IF_ERROR(internal::ScanWire(bytes, *v1::SchemaSet::descriptor()));
  auto storage = std::make_unique<Storage>();
  if (!storage->set.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    return BadInput("SchemaSet is damaged");
  }
  for (const v1::LayerSchema& layer : storage->set.layers()) {
    Status status = storage->Add(layer);
    if (!status.ok())
      return std::move(status).WithContext(fmt::format("schema of layer '{}'", layer.name()));
  }
  return std::unique_ptr<SchemaLibrary>(new SchemaLibrary(std::move(storage)));
}

SchemaLibrary::SchemaLibrary(std::unique_ptr<Storage> storage) : storage_(std::move(storage)) {}
SchemaLibrary::~SchemaLibrary() = default;
std::span<const LayerSchema* const> SchemaLibrary::schemas() const { return storage_->schemas; }

}  // namespace koppel
