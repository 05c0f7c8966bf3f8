// Parameters, declared once: a plain struct with in-class defaults, and one function that binds
// each member.
//
//   struct Params { std::int64_t min = 3; };
//   static void Declare(ParamSpec<Params>& spec) {
//     spec.Field("min", &Params::min, "Shortest token kept, in code points.").AtLeast(1);
//   }
//
// Checking, `koppel plugins describe`, the JSON Schema and the reference page all come from this.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "koppel/status.h"

namespace koppel {

using ParamValue = std::variant<bool, std::int64_t, double, std::string, std::vector<std::string>>;
using ParamValues = std::map<std::string, ParamValue, std::less<>>;

// What the texts of a list are names of. The host checks them, for it knows the installed plugins;
// a component that runs without it gets any text.
enum class NameKind { kAny, kLayers, kColumns, kMetadata };

enum class ParamType {
  kBool,
  kInt,
  kFloat,
  kString,
  kStrings
};  // the order of ParamValue's alternatives

struct ParamInfo {
  std::string name;
  std::string help;
  ParamValue default_value;
  std::optional<double> at_least = {};
  std::optional<double> at_most = {};
  std::vector<std::string> choices = {};  // empty: any; for strings: of each element
  NameKind names = NameKind::kAny;
  std::vector<std::string> columns = {};  // of kColumns: those that are no features
  std::vector<std::string> column_layers =
      {};                 // parallel to `columns`: the layer that a column shows, or empty
  bool path = false;      // names files: relative to the folder of the pipeline file
  bool required = false;  // a list: not empty either

  ParamType type() const { return static_cast<ParamType>(default_value.index()); }
};

// "a whole number of at least 1", "one of join, keep", … for messages and documentation.
std::string Expectation(const ParamInfo& info);
// invalid_parameter, naming the parameter, what was expected and what was given (with the nearest
// choice). A whole number is taken for a float.
Status CheckParam(const ParamInfo& info, ParamValue& value);
// The same for a text whose choices a component knows only once it is opened: those that it has
// data for.
Status CheckChoice(std::string_view name, std::string_view value,
                   const std::vector<std::string_view>& choices);

using ParamTable = std::vector<ParamInfo>;

template <class P>
class ParamSpec {
 public:
  class FieldRef {
   public:
    explicit FieldRef(ParamInfo& info) : info_(info) {}
    FieldRef& AtLeast(double bound) { return info_.at_least = bound, *this; }
    FieldRef& AtMost(double bound) { return info_.at_most = bound, *this; }
    FieldRef& OneOf(std::vector<std::string> choices) {
      return info_.choices = std::move(choices), *this;
    }
    // Of a list of texts: each is a layer, standard or of an installed plugin, and stands once.
    FieldRef& Layers() { return info_.names = NameKind::kLayers, *this; }
    // Of a list of texts that SplitColumn takes, with different headers: each column is in
    // `columns`, or a feature of the layers that the component's other parameters name (of any,
    // where they name none). `layers` is parallel: the layer that must have been made for a column
    // to show anything, or empty.
    FieldRef& Columns(std::vector<std::string> columns, std::vector<std::string> layers = {}) {
      info_.names = NameKind::kColumns;
      info_.columns = std::move(columns);
      return info_.column_layers = std::move(layers), *this;
    }
    // Of a list of texts, of a reader that may set any metadata: the keys that it does set; none
    // named: any.
    FieldRef& Metadata() { return info_.names = NameKind::kMetadata, *this; }
    FieldRef& Path() { return info_.path = true, *this; }
    FieldRef& Required() { return info_.required = true, *this; }

   private:
    ParamInfo& info_;
  };

  // T is bool, std::int64_t, double, std::string or std::vector<std::string>. The reference is
  // valid until the next call. `B` may be a base of P, so that components share parameters.
  template <class T, class B>
  FieldRef Field(std::string_view name, T B::*member, std::string_view help) {
    setters_.push_back(
        [member](P& params, const ParamValue& value) { params.*member = std::get<T>(value); });
    table_.push_back({std::string(name), std::string(help), ParamValue(P{}.*member)});
    return FieldRef(table_.back());
  }

  // An enum class, by the names of its values; the first name with the default's value is the
  // default.
  template <class E, class B>
  FieldRef Choice(std::string_view name, E B::*member,
                  std::vector<std::pair<std::string, E>> values, std::string_view help) {
    std::string fallback;
    std::vector<std::string> names;
    for (const auto& [text, value] : values) {
      if (fallback.empty() && value == P{}.*member) fallback = text;
      names.push_back(text);
    }
    setters_.push_back([member, values = std::move(values)](P& params, const ParamValue& given) {
      for (const auto& [text, value] : values) {
        if (text == std::get<std::string>(given)) params.*member = value;
      }
    });
    table_.push_back({std::string(name), std::string(help), ParamValue(std::move(fallback))});
    table_.back().choices = std::move(names);
    return FieldRef(table_.back());
  }

  const ParamTable& table() const { return table_; }

  // Checks and sets what is given; the rest keeps its default. invalid_parameter names an unknown
  // key.
  Status Bind(const ParamValues& values, P& params) const;

 private:
  ParamTable table_;
  std::vector<std::function<void(P&, const ParamValue&)>> setters_;
};

// "column" or "header=column": a column of a table, and what stands above it. Points into the text.
struct ColumnName {
  std::string_view header;
  std::string_view column;
};
ColumnName SplitColumn(std::string_view text);

// Position of `name` in the table, or invalid_parameter with the nearest name.
Result<std::size_t> FindParam(const ParamTable& table, std::string_view name);

template <class P>
Status ParamSpec<P>::Bind(const ParamValues& values, P& params) const {
  for (const auto& [name, given] : values) {
    Result<std::size_t> index = FindParam(table_, name);
    if (!index.ok()) return std::move(index).status();
    ParamValue value = given;
    KOPPEL_RETURN_IF_ERROR(CheckParam(table_[*index], value));
    setters_[*index](params, value);
  }
  return Ok();
}

// The candidate nearest to `word` if it is near enough to be a slip of the hand (edit distance,
// transpositions counted once, at most a third of the length), else empty. For "did you mean"
// everywhere.
std::string_view NearestName(std::string_view word,
                             const std::vector<std::string_view>& candidates);

// "; did you mean 'a' or 'b'?", naming all that are equally near; empty if none is near.
std::string DidYouMean(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace koppel
