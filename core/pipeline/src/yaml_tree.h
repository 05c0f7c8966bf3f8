// A YAML text as a tree of located nodes. Only what pipeline files may hold: one document, no tags,
// no merge keys, scalars as keys; limited in size, so that no text takes long or much memory.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "koppel/pipeline/pipeline.h"
#include "problems.h"

namespace koppel::internal {

struct YamlNode;

struct YamlEntry {
  const YamlNode* key;  // a scalar
  const YamlNode* value;
};

struct YamlNode {
  enum class Kind { kNull, kScalar, kList, kMap };

  Kind kind = Kind::kNull;
  Location location;
  std::string text;     // of a scalar
  bool quoted = false;  // of a scalar: a text, whatever it looks like
  std::vector<const YamlNode*> items;
  std::vector<YamlEntry> entries;  // in the order of the file, repeated keys included
  std::size_t size = 1;            // nodes in it, aliases followed
};

// Moved only: the nodes point to each other.
struct YamlTree {
  YamlTree() = default;
  YamlTree(YamlTree&&) = default;
  YamlTree& operator=(YamlTree&&) = default;

  std::deque<YamlNode> nodes;  // an aliased node stands once
  const YamlNode* root = nullptr;
};

inline constexpr std::size_t kMaxYamlBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxYamlNodes = 10'000;
inline constexpr std::size_t kMaxYamlDepth = 64;

// A tree without root if the text can't be used; `problems` says why. Columns count code points.
// Never throws.
YamlTree ParseYaml(std::string_view text, Problems& problems);

}  // namespace koppel::internal
