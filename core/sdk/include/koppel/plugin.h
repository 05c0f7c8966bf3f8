// How a library says what it holds: one exported C function that returns plain data.
//
//   constexpr Component kComponents[] = {Describe<LengthFilter>("filter.length")};
//   KOPPEL_PLUGIN("filter", "1.0.0", "Apache-2.0", kComponents)
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>

#include "koppel/component.h"

namespace koppel {

// Raised when the manifest or an interface changes incompatibly.
inline constexpr std::uint32_t kApiVersion = 1;

// What must be equal in host and plugin for C++ objects to cross the border.
// KOPPEL_PROTOBUF_VERSION comes with the CMake target koppel::sdk.
#define KOPPEL_STRING_(x) #x
#define KOPPEL_STRING(x) KOPPEL_STRING_(x)
#define KOPPEL_BUILD_FINGERPRINT \
  "sdk " KOPPEL_STRING(KOPPEL_SDK_VERSION) "; protobuf " KOPPEL_STRING(KOPPEL_PROTOBUF_VERSION) \
  "; libstdc++ abi " KOPPEL_STRING(_GLIBCXX_USE_CXX11_ABI) "; pointer " KOPPEL_STRING(__SIZEOF_POINTER__)

struct Component {
  std::string_view id;  // "<family>.<name>"
  Role role;
  const Traits* traits;
  ParamTable (*params)();
  // Exactly the one of the role is set; an observer is made as a processor. Each checks the values.
  Result<std::unique_ptr<Processor>> (*make_processor)(const ParamValues&);
  Result<std::unique_ptr<Reader>> (*make_reader)(const ParamValues&);
  Result<std::unique_ptr<Writer>> (*make_writer)(const ParamValues&);
};

// The first two members never change place or type: they are read before anything else is trusted.
struct Manifest {
  std::uint32_t api_version;
  const char* fingerprint;
  const char* name;
  const char* version;
  const char* licence;  // SPDX expression of the library as loaded
  std::span<const Component> components;
  std::span<const LayerSchema* const> layers = {};  // schemas that are not in koppel/layers.h
};

extern "C" using ManifestFunction = const Manifest * ();
inline constexpr char kManifestSymbol[] = "koppel_plugin";

namespace internal {

template <class T>
concept HasParams = requires {
  typename T::Params;
};

template <class T>
ParamTable ParamsOf() {
  if constexpr (HasParams<T>) {
    ParamSpec<typename T::Params> spec;
    T::Declare(spec);
    return spec.table();
  } else {
    return {};
  }
}

template <class T, class Interface>
Result<std::unique_ptr<Interface>> Make(const ParamValues& values) {
  if constexpr (HasParams<T>) {
    ParamSpec<typename T::Params> spec;
    T::Declare(spec);
    typename T::Params params;
    KOPPEL_RETURN_IF_ERROR(spec.Bind(values, params));
    return std::unique_ptr<Interface>(std::make_unique<T>(std::move(params)));
  } else {
    if (!values.empty()) return std::move(FindParam({}, values.begin()->first)).status();
    return std::unique_ptr<Interface>(std::make_unique<T>());
  }
}

}  // namespace internal

// Manifest entry of component class T.
template <class T>
constexpr Component Describe(std::string_view id) {
  Component component{id,      Role::kProcessor, &T::kTraits, &internal::ParamsOf<T>,
                      nullptr, nullptr,          nullptr};
  if constexpr (std::derived_from<T, Reader>) {
    component.role = Role::kReader;
    component.make_reader = &internal::Make<T, Reader>;
  } else if constexpr (std::derived_from<T, Writer>) {
    component.role = Role::kWriter;
    component.make_writer = &internal::Make<T, Writer>;
  } else {
    static_assert(std::derived_from<T, Processor>,
                  "a component is a Reader, Processor, Observer or Writer");
    component.make_processor = &internal::Make<T, Processor>;
    if constexpr (std::derived_from<T, Observer>) component.role = Role::kObserver;
  }
  return component;
}

}  // namespace koppel

// Defines the entry. Further arguments: a static array of components and, where the plugin has
// layers of its own, a static array of `const LayerSchema*`.
#define KOPPEL_PLUGIN(name, version, licence, ...)                                              \
  extern "C" __attribute__((visibility("default"))) const ::koppel::Manifest* koppel_plugin() { \
    static constexpr ::koppel::Manifest kManifest{                                              \
        ::koppel::kApiVersion, KOPPEL_BUILD_FINGERPRINT, name, version, licence, __VA_ARGS__};  \
    return &kManifest;                                                                          \
  }
