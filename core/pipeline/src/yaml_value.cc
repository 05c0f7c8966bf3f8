#include "yaml_value.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <charconv>

#include "koppel/utf8.h"

namespace koppel::internal {
namespace {

bool Matches(std::string_view text, const RE2& pattern) {
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

// False if the value does not fit.
template <class T>
bool Convert(std::string_view text, T& value) {
  if (text.front() == '+') text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

ScalarType NumberType(std::string_view text, Scalar& scalar) {
  static const RE2 kInt("[-+]?(0|[1-9][0-9]*)");
  static const RE2 kFloat(R"([-+]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?)");
  static const RE2 kOdd(
      R"([-+]?(0[xX][0-9a-fA-F_]+|0o[0-7_]+|0b[01_]+|[0-9][0-9_]*(\.[0-9_]*)?([eE][-+]?[0-9]+)?)"
      R"(|\.(inf|Inf|INF))|\.(nan|NaN|NAN))");
  if (Matches(text, kInt) && Convert(text, scalar.whole)) {
    scalar.number = static_cast<double>(scalar.whole);
    return ScalarType::kInt;
  }
  if (Matches(text, kFloat) && !Matches(text, kInt) && Convert(text, scalar.number)) {
    return ScalarType::kFloat;
  }
  return Matches(text, kOdd) ? ScalarType::kOddNumber : ScalarType::kText;
}

bool IsTrue(std::string_view text) { return text == "true" || text == "True" || text == "TRUE"; }
bool IsFalse(std::string_view text) {
  return text == "false" || text == "False" || text == "FALSE";
}

// How to mend a value of the wrong type, where that can be told from the value itself; or empty.
std::string BoolHint(const YamlNode& node) {
  const std::string text = ToLower(node.text);
  if (text == "yes" || text == "on" || text == "y") return "; write true";
  if (text == "no" || text == "off" || text == "n") return "; write false";
  return DidYouMean(text, {"true", "false"});
}

std::string TypeHint(ParamType type, const YamlNode& node) {
  const bool scalar = node.kind == YamlNode::Kind::kScalar;
  if (type == ParamType::kStrings && scalar) return fmt::format("; write [{}]", node.text);
  if (type == ParamType::kString && scalar) return fmt::format("; write \"{}\"", node.text);
  if (!scalar) return {};
  if (node.quoted) {
    YamlNode plain = node;
    plain.quoted = false;
    const bool text = ReadScalar(plain).type == ScalarType::kText;
    return text ? "" : "; leave out the quotes";
  }
  if (type == ParamType::kBool) return BoolHint(node);
  const bool odd = ReadScalar(node).type == ScalarType::kOddNumber;
  return odd ? "; write it with decimal digits alone" : "";
}

class ParamReader {
 public:
  ParamReader(std::string_view owner, const ParamInfo& info, Problems& problems)
      : owner_(owner), info_(info), problems_(problems) {}

  std::optional<ParamValue> Read(const YamlNode& node) {
    if (info_.type() == ParamType::kStrings) return ReadList(node);
    std::optional<ParamValue> value = Convert(node);
    if (!value) return Refuse(node);
    return Check(node, *std::move(value));
  }

 private:
  std::optional<ParamValue> Convert(const YamlNode& node) const {
    if (node.kind != YamlNode::Kind::kScalar) return std::nullopt;
    const Scalar scalar = ReadScalar(node);
    switch (info_.type()) {
      case ParamType::kBool:
        if (scalar.type == ScalarType::kBool) return scalar.truth;
        break;
      case ParamType::kInt:
        if (scalar.type == ScalarType::kInt) return scalar.whole;
        break;
      case ParamType::kFloat:
        if (scalar.type == ScalarType::kInt || scalar.type == ScalarType::kFloat) {
          return scalar.number;
        }
        break;
      case ParamType::kString:
        if (scalar.type == ScalarType::kText) return node.text;
        break;
      case ParamType::kStrings:
        break;
    }
    return std::nullopt;
  }

  std::optional<ParamValue> ReadList(const YamlNode& node) {
    if (node.kind != YamlNode::Kind::kList) return Refuse(node);
    std::vector<std::string> texts;
    bool good = true;
    for (const YamlNode* item : node.items) {
      const std::string what = fmt::format("{}: each of '{}'", owner_, info_.name);
      std::optional<std::string> text = ReadText(*item, what, problems_);
      good = good && text && Check(*item, std::vector<std::string>{*text});
      if (good) texts.push_back(*std::move(text));
    }
    if (!good) return std::nullopt;
    if (texts.empty()) return Check(node, std::move(texts));
    return texts;
  }

  std::optional<ParamValue> Check(const YamlNode& node, ParamValue value) {
    Status status = CheckParam(info_, value);
    if (status.ok()) return value;
    problems_.Add(node.location, status.kind(), fmt::format("{}: {}", owner_, status.message()));
    return std::nullopt;
  }

  std::optional<ParamValue> Refuse(const YamlNode& node) {
    problems_.Add(node.location, ErrorKind::kInvalidParameter,
                  fmt::format("{}: '{}' must be {}; got {}{}", owner_, info_.name,
                              Expectation(info_), Show(node), Hint(node)));
    return std::nullopt;
  }

  // Quoting does not make a choice of what is none.
  std::string Hint(const YamlNode& node) const {
    const auto& choices = info_.choices;
    const bool is_choice = std::find(choices.begin(), choices.end(), node.text) != choices.end();
    return choices.empty() || is_choice ? TypeHint(info_.type(), node) : "";
  }

  std::string_view owner_;
  const ParamInfo& info_;
  Problems& problems_;
};

}  // namespace

Scalar ReadScalar(const YamlNode& node) {
  Scalar scalar;
  if (node.quoted || node.text.empty()) return scalar;
  if (IsTrue(node.text) || IsFalse(node.text)) {
    scalar.type = ScalarType::kBool;
    scalar.truth = IsTrue(node.text);
  } else {
    scalar.type = NumberType(node.text, scalar);
  }
  return scalar;
}

std::string Show(const YamlNode& node) {
  constexpr std::size_t kLongest = 60;
  switch (node.kind) {
    case YamlNode::Kind::kNull:
      return "nothing";
    case YamlNode::Kind::kList:
      return "a list";
    case YamlNode::Kind::kMap:
      return "a map";
    case YamlNode::Kind::kScalar:
      break;
  }
  std::string text = node.text;
  if (text.size() > kLongest) {
    std::size_t end = kLongest;
    while (!OnBoundary(text, end)) --end;
    text = text.substr(0, end) + "…";
  }
  const bool is_text = ReadScalar(node).type == ScalarType::kText;
  return is_text ? fmt::format("\"{}\"", text) : text;
}

std::optional<std::string> ReadText(const YamlNode& node, std::string_view what,
                                    Problems& problems) {
  const bool scalar = node.kind == YamlNode::Kind::kScalar;
  if (scalar && ReadScalar(node).type == ScalarType::kText) return node.text;
  problems.Add(node.location, ErrorKind::kInvalidParameter,
               fmt::format("{} must be a text; got {}{}", what, Show(node),
                           TypeHint(ParamType::kString, node)));
  return std::nullopt;
}

std::optional<ParamValue> ReadParam(std::string_view owner, const ParamInfo& info,
                                    const YamlNode& node, Problems& problems) {
  return ParamReader(owner, info, problems).Read(node);
}

}  // namespace koppel::internal
