// What a YAML scalar means, by the core schema of YAML 1.2, without the spellings on which YAML
// readers disagree.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "koppel/params.h"
#include "problems.h"
#include "yaml_tree.h"

namespace koppel::internal {

// kOddNumber: a number to some readers of YAML and a text, or another number, to others: 010, 0x1F,
// 1_000, .inf.
enum class ScalarType { kBool, kInt, kFloat, kOddNumber, kText };

struct Scalar {
  ScalarType type = ScalarType::kText;
  bool truth = false;
  std::int64_t whole = 0;
  double number = 0;  // also of a whole number
};

// Precondition: `node` is a scalar.
Scalar ReadScalar(const YamlNode& node);

// What stands there, for "got …": `the text "x"`, `3`, `a list`, `nothing`.
std::string Show(const YamlNode& node);

// The text of a scalar that can only be meant as one, or a problem: "<what> must be a text; got 3;
// …".
std::optional<std::string> ReadText(const YamlNode& node, std::string_view what,
                                    Problems& problems);

// A parameter's value, checked; or problems, told at the value or the element concerned. `owner` is
// the component.
std::optional<ParamValue> ReadParam(std::string_view owner, const ParamInfo& info,
                                    const YamlNode& node, Problems& problems);

}  // namespace koppel::internal
